/// Where in a recipe something happened.
package struct Place: Hashable, Sendable {
  /// The name under which the source was given.
  package var chunk: String
  /// From 1; 0 if it is not known.
  package var line: Int

  package init(chunk: String, line: Int) {
    self.chunk = chunk
    self.line = line
  }
}

extension Place: CustomStringConvertible {
  package var description: String { line > 0 ? "\(chunk):\(line)" : chunk }
}
