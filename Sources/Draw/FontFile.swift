/// A font's file, and what texts call it.
package struct FontFile: Hashable, Codable, Sendable {
  /// From the root.
  package var path: String
  /// The one family that it stands for, whatever it says of itself; nil if it is known by what it says.
  package var name: String?

  package init(_ path: String, name: String? = nil) {
    (self.path, self.name) = (path, name)
  }
}
