/// What the owner of a key has signed, for one purpose (Ed25519, RFC 8032).
///
/// The purpose is a part of what is signed: a signature for another is none.
package struct Signature: Hashable, Sendable {
  private let bytes: [UInt8]

  /// Signs a message.
  ///
  /// - Parameter purpose: What is signed, and its version: `reprise-seal/1`. Without a zero byte.
  package init(of message: [UInt8], for purpose: String, by key: AuthorKey) throws(StoreError) {
    bytes = try key.signature(of: Signature.form(message, purpose))
  }

  /// Reads base64; nil for anything but 64 bytes in the one form that `text` writes.
  package init?(text: some StringProtocol) {
    guard let bytes = [UInt8](base64: text), bytes.count == 64 else { return nil }
    self.bytes = bytes
  }

  package var text: String { bytes.base64 }

  /// Whether it is that of this key's owner, under this message, for this purpose.
  package func isValid(under message: [UInt8], for purpose: String, by key: PublicKey) -> Bool {
    key.hasSigned(Signature.form(message, purpose), bytes)
  }

  private static func form(_ message: [UInt8], _ purpose: String) -> [UInt8] {
    Array(purpose.utf8) + [0] + message
  }
}
