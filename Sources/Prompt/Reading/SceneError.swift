internal import Graph

/// A mistake in the table of a scene, in words that help.
package struct SceneError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where in the table: `things.crate.mass`.
  package var path: String
  /// What came, as a clause.
  package var came: String
  package var wanted: String?
  /// What to write instead, as a clause.
  package var remedy: String?

  package init(_ path: String, _ came: String, wanted: String? = nil, remedy: String? = nil) {
    (self.path, self.came, self.wanted, self.remedy) = (path, came, wanted, remedy)
  }

  /// One line: `things.crate.mass: the number -3; wanted 0.0001 to 1000000 (kg)`.
  package var description: String {
    var text = path.isEmpty ? came : "\(path): \(came)"
    if let wanted { text += "; wanted \(wanted)" }
    if let remedy { text += "; \(remedy)" }
    return text
  }

  static func unknown(_ name: String, _ kind: String, among names: some Sequence<String>, at path: String) -> SceneError
  {
    let near = Nearness.nearest(to: name, among: names)
    return SceneError(
      path, "there is no \(kind) \"\(name.prefix(60))\"", remedy: near.map { "did you mean \"\($0)\"?" })
  }
}
