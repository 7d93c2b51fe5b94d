/// What a server calls something that it was asked for.
package struct JobID: Hashable, Sendable, CustomStringConvertible {
  package let text: String

  /// Nil for what is empty, longer than 500 bytes, or holds control characters: no server's answer that can be kept.
  package init?(_ text: String) {
    guard text.problemAsName(atMost: 500) == nil else { return nil }
    self.text = text
  }

  package var description: String { text }
}
