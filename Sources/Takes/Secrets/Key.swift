/// A secret that opens a server. It has no form in which it could be printed, dumped, compared or encoded by accident.
package struct Key: Sendable {
  /// Where it came from: `the environment's FILMS_KEY`.
  package let source: String
  private let secret: String

  /// - Throws: `.malformed` for fewer than 8 or more than 4096 characters, or others than visible ASCII: it goes into a
  ///   header, and shorter ones would be found in any text.
  package init(_ secret: String, from source: String) throws(TakeError) {
    guard (8...4096).contains(secret.utf8.count), secret.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
      throw TakeError(
        .malformed, source, "is no key", wanted: "8 to 4096 visible ASCII characters, without spaces",
        remedy: "put the key there, and nothing else")
    }
    (self.secret, self.source) = (secret, source)
  }

  /// Lends the secret to whoever sends it.
  package func reveal<R, E: Error>(_ body: (String) throws(E) -> R) throws(E) -> R { try body(secret) }
}

extension Key: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "(key from \(source))" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
