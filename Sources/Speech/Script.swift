/// What a voice is given of a text: its words, as flite's own tokenizer would part them, and where they stand.
///
/// flite's tokenizer is not used: it does not say where a token came from, and writes past its buffer where many marks
/// follow a word.
struct Script {
  /// A stretch that flite reads as one.
  struct Token: Hashable {
    /// Marks at its beginning.
    var before: Substring
    /// Not empty.
    var name: Substring
    /// Marks at its end, by which a voice makes pauses.
    var after: Substring
    /// The place of its word in `words`.
    let word: Int
    /// Whether an empty line lies before it.
    let opensParagraph: Bool
  }

  /// Stretches between spaces, in bytes of the text. Some may have no token, being marks alone.
  private(set) var words: [Range<Int>] = []
  private(set) var tokens: [Token] = []

  /// Characters that a word may have: more than any word or number that somebody would want to hear.
  static let wordLimit = 500

  /// - Throws: `SpeechError` if something in the text cannot be said, or nothing in it can be heard.
  init(_ text: String) throws(SpeechError) {
    var run = Run()
    var byte = 0
    for scalar in text.unicodeScalars {
      switch Spelling(scalar) {
      case .space:
        try finish(&run, at: byte, in: text)
        run.lineCount += scalar == "\n" ? 1 : 0
      case .letters(let letters): run.append(letters, at: byte)
      case .nothing: run.append("", at: byte)
      case nil: throw .unsayable(character: Self.name(of: scalar), place: .init(byte, in: text))
      }
      byte += UTF8.width(scalar)
    }
    try finish(&run, at: byte, in: text)
    guard !tokens.isEmpty else { throw .nothingToSay }
  }

  /// What was read since the last space.
  private struct Run {
    var start: Int?
    var spelling = ""
    /// Line ends in the space before it.
    var lineCount = 0

    mutating func append(_ letters: String, at byte: Int) {
      if start == nil { start = byte }
      spelling += letters
    }
  }

  private mutating func finish(_ run: inout Run, at end: Int, in text: String) throws(SpeechError) {
    guard let start = run.start else { return }
    guard run.spelling.utf8.count <= Self.wordLimit else {
      throw .wordTooLong(characters: run.spelling.utf8.count, limit: Self.wordLimit, place: .init(start, in: text))
    }
    words.append(start..<end)
    for (index, piece) in run.spelling.split(separator: " ").enumerated() {
      append(piece, opensParagraph: index == 0 && run.lineCount > 1)
    }
    run = Run()
  }

  private mutating func append(_ piece: Substring, opensParagraph: Bool) {
    let first = piece.firstIndex { !$0.isOpeningMark }
    let last = piece.lastIndex { !$0.isClosingMark }
    guard let first, let last, first <= last, piece.contains(where: \.isSpoken) else { return pause(piece) }
    tokens.append(
      Token(
        before: piece[..<first], name: piece[first...last], after: piece[last...].dropFirst(),
        word: words.count - 1, opensParagraph: opensParagraph))
  }

  /// Marks that stand by themselves part what is before them from what comes.
  private mutating func pause(_ marks: Substring) {
    guard let last = tokens.indices.last, tokens[last].after.isEmpty else { return }
    tokens[last].after = marks.last { ".!?;:".contains($0) } == nil ? "," : marks.suffix(1)
  }

  /// `"語" (U+8A9E)`, or for what has no shape `U+0007`.
  private static func name(of scalar: Unicode.Scalar) -> String {
    let number = String(scalar.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - number.count)) + number
    return scalar.properties.generalCategory.hasShape ? "\"\(scalar)\" (\(code))" : code
  }
}

extension Unicode.GeneralCategory {
  fileprivate var hasShape: Bool {
    switch self {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}

extension Character {
  fileprivate var isOpeningMark: Bool { "\"'`({[".contains(self) }
  fileprivate var isClosingMark: Bool { "\"'`.,:;!?(){}[]".contains(self) }
  /// Whether flite says something for it.
  fileprivate var isSpoken: Bool { isLetter || isNumber || "#$%&*+/=@\\^_|~".contains(self) }
}
