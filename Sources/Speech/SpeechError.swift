/// Why a text cannot be spoken.
package enum SpeechError: Error, Hashable, Codable, Sendable {
  case unknownVoice(name: String, known: [String])
  /// A number of an utterance is not finite or outside its range.
  case outOfRange(name: String, value: Double, allowed: ClosedRange<Double>)
  /// The text has more characters (Unicode scalars) than are spoken at once.
  case tooLong(characters: Int, limit: Int)
  /// A word has more characters than a voice can take.
  case wordTooLong(characters: Int, limit: Int, place: Place)
  /// A character that no English voice can say.
  case unsayable(character: String, place: Place)
  /// Nothing in the text is heard.
  case nothingToSay
  /// A voice gave up, or gave what it should not.
  case failed(reason: String)

  /// Where in a text something stands.
  package struct Place: Hashable, Codable, Sendable {
    /// Bytes before it, in UTF-8.
    package var byte: Int
    /// From 1.
    package var line: Int
    /// Unicode scalars from the line's start, from 1.
    package var column: Int
  }
}

extension SpeechError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownVoice(let name, let known):
      "speech: there is no voice \"\(name)\"; use \(known.joined(separator: ", "))"
    case .outOfRange(let name, let value, let allowed):
      "speech: \(name) is \(value); use \(allowed.lowerBound) to \(allowed.upperBound)"
    case .tooLong(let characters, let limit):
      "speech: \(characters) characters are more than \(limit); split the text into several"
    case .wordTooLong(let characters, let limit, let place):
      "speech: \(place): a word of \(characters) characters, more than \(limit); put spaces into it"
    case .unsayable(let character, let place):
      "speech: \(place): an English voice cannot say \(character); write it in English words, or leave it out"
    case .nothingToSay:
      "speech: the text has nothing to say; give it letters or digits"
    case .failed(let reason):
      "speech: \(reason)"
    }
  }
}

extension SpeechError.Place: CustomStringConvertible {
  package var description: String { "line \(line), column \(column) (byte \(byte))" }
}

extension SpeechError.Place {
  /// The place of a byte of a text.
  init(_ byte: Int, in text: String) {
    let before = text.utf8.prefix(byte)
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) } ?? before.startIndex
    self.byte = byte
    line = 1 + before.count { $0 == UInt8(ascii: "\n") }
    column = 1 + text[lineStart..<before.endIndex].unicodeScalars.count
  }
}
