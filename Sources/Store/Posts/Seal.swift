package import Graph

/// An author's signature under a manifest.
package struct Seal: Hashable, Sendable {
  package let post: Digest
  package let key: PublicKey
  let signature: [UInt8]

  /// Signs a manifest.
  init(_ manifest: [UInt8], with key: AuthorKey) throws(StoreError) {
    post = Digest(of: manifest)
    self.key = key.publicKey
    signature = try key.signature(of: Seal.message(manifest))
  }

  /// Reads a seal.
  package init(parsing bytes: [UInt8]) throws(StoreError) {
    var fields = try Fields(parsing: bytes, as: Seal.format, of: "seal")
    post = try fields.digest("post")
    key = try fields.publicKey("key")
    let text = try fields.text("signature", TextRule(atMost: 100))
    guard let signature = [UInt8](base64: text), signature.count == 64 else {
      throw fields.mistake("signature", "is no signature", wanted: "64 bytes in base64")
    }
    self.signature = signature
    try fields.end()
    guard bytes == self.bytes else { throw StoreError(.malformed, "seal", "is not canonical JSON", wanted: "RFC 8785") }
  }

  package var bytes: [UInt8] {
    let json = CanonicalJSON.object([
      "format": .string(Seal.format), "post": .digest(post), "key": .string(key.text),
      "signature": .string(signature.base64),
    ])
    return Array(json.text.utf8)
  }

  /// Whether it belongs under these bytes.
  func holds(_ manifest: [UInt8]) -> Bool {
    key.hasSigned(Seal.message(manifest), signature)
  }

  private static let format = "reprise-seal/1"

  /// What is signed says what it is for, so that no signature given for another purpose is one under a post.
  private static func message(_ manifest: [UInt8]) -> [UInt8] {
    Array("reprise-seal/1\0".utf8) + manifest
  }
}
