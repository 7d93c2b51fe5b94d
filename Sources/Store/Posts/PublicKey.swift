import Crypto
import FoundationEssentials

/// Who an author is: the public half of an Ed25519 key (RFC 8032).
package struct PublicKey: Hashable, Sendable {
  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads `ed25519:` and base64.
  package init?(text: some StringProtocol) {
    guard text.hasPrefix("ed25519:"), let bytes = [UInt8](base64: text.dropFirst(8)), bytes.count == 32 else {
      return nil
    }
    self.bytes = bytes
  }

  package var text: String { "ed25519:" + bytes.base64 }

  /// Whether its owner has signed a message.
  func hasSigned(_ message: [UInt8], _ signature: [UInt8]) -> Bool {
    let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
    return key?.isValidSignature(signature, for: message) ?? false
  }
}

extension [UInt8] {
  /// Reads base64 (RFC 4648, section 4) in the one form that `base64` writes.
  package init?(base64 text: some StringProtocol) {
    guard let data = Data(base64Encoded: String(text)) else { return nil }
    self.init(data)
    guard base64.utf8.elementsEqual(text.utf8) else { return nil }
  }

  package var base64: String { Data(self).base64EncodedString() }
}
