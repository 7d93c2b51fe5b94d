/// Takes secrets out of texts that are logged, written or shown: also where they are percent-encoded, escaped as in JSON, in
/// base64 with whatever stands before them, or in hexadecimal.
///
/// Eight characters of a key in a row are enough to be left out: a key that a server has shortened does not pass either.
package struct Redaction: Sendable {
  /// Every eight characters in a row of every key.
  private let pieces: Set<UInt64>

  /// Beyond this a text is cut first: nobody reads it, and looking through it takes time.
  private static let most = 16 << 10

  package init(_ keys: some Sequence<Key>) {
    pieces = keys.reduce(into: []) { pieces, key in
      key.reveal { secret in View.forEachPiece(of: Array(secret.utf8)) { pieces.insert($1) } }
    }
  }

  /// The text, with `[key]` where a secret was.
  package func redact(_ text: String) -> String {
    guard !pieces.isEmpty || text.utf8.count > Redaction.most else { return text }
    let bytes = Redaction.bounded(text)
    var hidden = Array(repeating: false, count: bytes.count)
    for view in View.all(of: bytes) {
      view.forEachPlace(of: pieces) { hidden.replaceSubrange($0, with: repeatElement(true, count: $0.count)) }
    }
    guard hidden.contains(true) else {
      return text.utf8.count > bytes.count ? String(decoding: bytes, as: UTF8.self) : text
    }
    return Redaction.text(of: bytes, without: hidden)
  }

  /// The same on one line, and bounded. Secrets go first, so that none is cut in two.
  package func clean(_ text: String, atMost limit: Int = 300) -> String { redact(text).shown(atMost: limit) }

  /// Cut between two words, so that no secret is cut in two.
  private static func bounded(_ text: String) -> [UInt8] {
    var bytes = Array(text.utf8.prefix(most + 1))
    guard bytes.count > most else { return bytes }
    while let last = bytes.last, last > 0x20 { bytes.removeLast() }
    return bytes
  }

  private static func text(of bytes: [UInt8], without hidden: [Bool]) -> String {
    var shown: [UInt8] = []
    for index in bytes.indices {
      if !hidden[index] {
        shown.append(bytes[index])
      } else if index == 0 || !hidden[index - 1] {
        shown += Array("[key]".utf8)
      }
    }
    return String(decoding: shown, as: UTF8.self)
  }
}
