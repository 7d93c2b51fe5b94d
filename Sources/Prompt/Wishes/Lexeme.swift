/// A phrase of a prompt with what it may mean.
struct Lexeme {
  enum Kind {
    case phrase([Sense])
    case count(Double)
    case quote(String)
    /// A time that is said: at it, so long after what was before, or for so long.
    case moment(Double, Moment)
    /// A shot of a storyboard begins here; nil: when its turn comes.
    case shot(Double?)
    case stop, comma
    case unknown
  }

  enum Moment { case at, after, lasting }

  var kind: Kind
  var text: String
  var offset: Int

  var senses: [Sense] {
    if case .phrase(let senses) = kind { senses } else { [] }
  }
}

/// Finds the phrases of the vocabulary in a prompt, the longest first.
struct Lexer {
  private let tokens: [Token]
  private let lexicon: Lexicon
  private var index = 0
  private(set) var lexemes: [Lexeme] = []

  init(_ tokens: [Token], _ lexicon: Lexicon) {
    (self.tokens, self.lexicon) = (tokens, lexicon)
    while index < tokens.count { next() }
  }

  private mutating func next() {
    if shotMark() || moment() { return }
    let token = tokens[index]
    switch token.kind {
    case .word: phrase()
    case .number(let value): take(.count(value), 1)
    case .quote: take(.quote(token.text), 1)
    case .stop: take(.stop, 1)
    case .comma: take(.comma, 1)
    case .colon, .dash: take(.comma, 1)
    }
  }

  private mutating func take(_ kind: Lexeme.Kind, _ count: Int) {
    let text = tokens[index..<index + count].map(\.text).joined(separator: " ")
    lexemes.append(Lexeme(kind: kind, text: text, offset: tokens[index].offset))
    index += count
  }

  /// Words may be joined by a dash: `close-up`.
  private mutating func phrase() {
    var best: (senses: [Sense], count: Int)?
    var (text, count, words) = ("", 0, 0)
    while words < Lexicon.longestPhrase, index + count < tokens.count {
      let token = tokens[index + count]
      count += 1
      if token.kind == .dash { continue }
      guard token.kind == .word else { break }
      words += 1
      text += (text.isEmpty ? "" : " ") + token.text
      let senses = lexicon[text]
      if !senses.isEmpty { best = (senses, count) }
    }
    if let best { return take(.phrase(best.senses), best.count) }
    let stem = tokens[index].text.hasSuffix("'s") ? String(tokens[index].text.dropLast(2)) : ""
    let senses = stem.isEmpty ? [] : lexicon[stem]
    take(senses.isEmpty ? .unknown : .phrase(senses), 1)
  }

  private func word(_ offset: Int) -> String? {
    guard tokens.indices.contains(index + offset), tokens[index + offset].kind == .word else { return nil }
    return tokens[index + offset].text
  }

  private func value(_ offset: Int) -> Double? {
    guard tokens.indices.contains(index + offset) else { return nil }
    switch tokens[index + offset].kind {
    case .number(let value): return value
    case .word:
      let text = tokens[index + offset].text
      if text == "a" || text == "an" { return 1 }
      for case .number(let value) in lexicon[text] { return value }
      return nil
    default: return nil
    }
  }

  private func kind(_ offset: Int) -> Token.Kind? {
    tokens.indices.contains(index + offset) ? tokens[index + offset].kind : nil
  }

  private static let seconds: Set<String> = ["s", "sec", "secs", "second", "seconds"]

  /// `at 3 s`, `after two seconds`, `two seconds later`, `for 2 s`.
  private mutating func moment() -> Bool {
    let lead = word(0).flatMap { ["at", "after", "for", "in"].contains($0) ? $0 : nil }
    let start = lead == nil ? 0 : 1
    guard let value = value(start), let unit = word(start + 1), Self.seconds.contains(unit) else { return false }
    let isLater = word(start + 2) == "later"
    // "a second ball" is another one.
    if lead == nil, !isLater { guard case .number? = kind(0) else { return false } }
    let moment: Lexeme.Moment =
      switch lead {
      case "for": .lasting
      case "at", "in": .at
      default: isLater || lead == "after" ? .after : .at
      }
    take(.moment(min(value, 120), moment), start + 2 + (isLater ? 1 : 0))
    return true
  }

  /// `0-3 s:`, `3 s:`, `Shot 1:`, `Scene 2:` at the start of a sentence.
  private mutating func shotMark() -> Bool {
    let isStart = lexemes.last.map { if case .stop = $0.kind { true } else { false } } ?? true
    guard isStart else { return false }
    var length = 1
    if let word = word(0), ["shot", "scene", "cut"].contains(word), case .number? = kind(1) {
      length = 2
    } else if case .number? = kind(0) {
      if kind(length) == .dash, case .number? = kind(length + 1) { length += 2 }
    } else {
      return false
    }
    let isNamed = length == 2 && word(0) != nil
    if let unit = word(length), Self.seconds.contains(unit), !isNamed { length += 1 }
    let isListed = !isNamed && length == 1 && kind(1) == .stop && tokens[index + 1].text == "."
    guard kind(length) == .colon || isListed else { return false }
    let isTimed = !isNamed && !isListed
    take(.shot(isTimed ? value(0).map { min($0, 120) } : nil), length + 1)
    return true
  }
}
