package import Graph

/// Where what was made is kept, by its digest.
package protocol TakeShelf: Sendable {
  /// Keeps a file's content. It is on the disk when this returns.
  func keep(contentsOf path: String) throws -> Digest
  func has(_ object: Digest) -> Bool
}
