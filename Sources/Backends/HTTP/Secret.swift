/// A key to a server: used, never shown.
///
/// What describes, reflects, dumps or encodes it gives `(secret)` or nothing.
package struct Secret: Hashable, Sendable {
  /// For the one header that carries it, and for finding it in texts that come back.
  let value: String

  /// - Parameter value: From 1 to 1024 printable characters of ASCII, no spaces; white space around it is left out.
  /// - Returns: Nil for anything else, which no header could carry.
  package init?(_ value: some StringProtocol) {
    let trimmed = value.drop(while: \.isWhitespace)
    let end = trimmed.lastIndex { !$0.isWhitespace }.map { trimmed.index(after: $0) } ?? trimmed.startIndex
    let bare = String(trimmed[..<end])
    guard (1...1024).contains(bare.utf8.count), bare.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    self.value = bare
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "(secret)" }
  package var debugDescription: String { "(secret)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
