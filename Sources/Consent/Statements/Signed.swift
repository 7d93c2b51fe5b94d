package import Graph
package import Store

/// A statement with a signature that was checked: there is no value whose signature is not the owner's, or the
/// guardian's of a minor.
package struct Signed<S: Statement>: Hashable, Sendable {
  package let statement: S
  /// That of the statement. The signature is no part of it.
  package let id: Digest
  private let signature: Signature

  /// The longest that is read: what the bounds of all fields come to, twice.
  static var mostBytes: Int { 1 << 20 }

  /// Signs a statement.
  ///
  /// - Throws: `.malformed` and `.tooLarge` with the field; `.unverified` if the key is not the one that counts.
  package init(_ statement: S, by key: AuthorKey) throws(StoreError) {
    let signature = try Signature(of: statement.bytes, for: S.format, by: key)
    try self.init(parsing: Signed.bytes(of: statement, signature))
  }

  /// Reads a statement and checks its signature.
  ///
  /// - Throws: `.malformed` and `.tooLarge` with the field; `.tooNew`; `.unverified`.
  package init(parsing bytes: [UInt8]) throws(StoreError) {
    guard bytes.count <= Signed.mostBytes else {
      throw StoreError(.tooLarge, S.name, "has \(bytes.count) bytes", wanted: "at most \(Signed.mostBytes)")
    }
    var fields = try Fields(parsing: bytes, as: S.format, of: S.name)
    let signature = try fields.signature("signature")
    let statement = try S(fields.json("statement"))
    try fields.end()
    guard bytes == Signed.bytes(of: statement, signature) else {
      throw StoreError(.malformed, S.name, "is not canonical JSON", wanted: "RFC 8785")
    }
    try self.init(statement, signature)
  }

  private init(_ statement: S, _ signature: Signature) throws(StoreError) {
    let bytes = statement.bytes
    (self.statement, self.signature, id) = (statement, signature, Digest(of: bytes))
    guard signature.isValid(under: bytes, for: S.format, by: statement.cameo.signer) else {
      let signer = statement.cameo.isMinor ? "guardian" : "owner"
      throw StoreError(
        .unverified, "\(S.name) \(id)", "its signature is not that of the cameo's \(signer)",
        remedy: "get it again from where it came")
    }
  }

  package var bytes: [UInt8] { Signed.bytes(of: statement, signature) }

  private static func bytes(of statement: S, _ signature: Signature) -> [UInt8] {
    let json = CanonicalJSON.object([
      "format": .string(S.format), "signature": .string(signature.text), "statement": statement.json,
    ])
    return Array(json.text.utf8)
  }
}
