/// Something that is not told as it was, and where.
package struct CutWarning: Hashable, Sendable {
  /// As a path: `tracks.children[0]`.
  package let place: String
  package let message: String
}
