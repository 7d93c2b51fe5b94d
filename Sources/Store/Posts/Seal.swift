package import Graph

/// An author's signature under a manifest.
package struct Seal: Hashable, Sendable {
  package let post: Digest
  package let key: PublicKey
  let signature: Signature

  /// Signs a manifest.
  init(_ manifest: [UInt8], with key: AuthorKey) throws(StoreError) {
    post = Digest(of: manifest)
    self.key = key.publicKey
    signature = try Signature(of: manifest, for: Seal.format, by: key)
  }

  /// Reads a seal.
  package init(parsing bytes: [UInt8]) throws(StoreError) {
    var fields = try Fields(parsing: bytes, as: Seal.format, of: "seal")
    post = try fields.digest("post")
    key = try fields.publicKey("key")
    signature = try fields.signature("signature")
    try fields.end()
    guard bytes == self.bytes else { throw StoreError(.malformed, "seal", "is not canonical JSON", wanted: "RFC 8785") }
  }

  package var bytes: [UInt8] {
    let json = CanonicalJSON.object([
      "format": .string(Seal.format), "post": .digest(post), "key": .string(key.text),
      "signature": .string(signature.text),
    ])
    return Array(json.text.utf8)
  }

  /// Whether it belongs under these bytes.
  func holds(_ manifest: [UInt8]) -> Bool {
    signature.isValid(under: manifest, for: Seal.format, by: key)
  }

  private static let format = "reprise-seal/1"
}
