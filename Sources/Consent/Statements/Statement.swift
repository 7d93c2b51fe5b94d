package import Graph
package import Store

/// Something that the owner of a cameo says of it, and signs.
///
/// Its bytes are canonical JSON (RFC 8785): equal statements have equal bytes, and their SHA-256 is the statement's id.
package protocol Statement: Hashable, Sendable {
  /// What it is, for errors: `grant`.
  static var name: String { get }
  /// Name and version. It is part of what is signed, so that no signature for another purpose counts.
  static var format: String { get }

  var cameo: Cameo { get }
  var json: CanonicalJSON { get }

  /// Reads a statement. Every bound is checked here, and nowhere else: what is signed is read back first.
  init(_ json: CanonicalJSON) throws(StoreError)
}

extension Statement {
  package var bytes: [UInt8] { Array(json.text.utf8) }
  package var id: Digest { Digest(of: bytes) }
}
