import Media

extension PathReader {
  /// No coordinate may be farther from the origin.
  static let farthest = 1e6

  mutating func point(from origin: Path.Point) throws(Mistake) -> Path.Point {
    let x = try number()
    return Path.Point(x + origin.x, try number() + origin.y)
  }

  /// `.5.5` is two numbers, and so is `1-1`.
  mutating func number() throws(Mistake) -> Double {
    skipSeparators()
    let start = position
    _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
    let digits = skipDigits() + (take(UInt8(ascii: ".")) ? skipDigits() : 0)
    guard digits > 0 else { return try refuse(at: start) }
    skipExponent()
    let words = String(decoding: text[start..<position], as: UTF8.self)
    guard let number = Double(words), abs(number) <= PathReader.farthest else {
      position = start
      throw mistake("\(words) is farther than \(CanonicalJSON.form(of: PathReader.farthest)) from the origin")
    }
    return number
  }

  /// One digit, with or without something after it: `a1 1 0 01 5 5`.
  mutating func flag() throws(Mistake) -> Bool {
    skipSeparators()
    if take(UInt8(ascii: "1")) { return true }
    guard take(UInt8(ascii: "0")) else { throw mistake("an arc's flag is neither 0 nor 1") }
    return false
  }

  /// Whether another set of numbers follows, rather than a command or the end.
  var nextIsNumber: Bool {
    var ahead = self
    ahead.skipSeparators()
    guard ahead.position < text.count else { return false }
    return ahead.isDigit || "+-.".utf8.contains(text[ahead.position])
  }

  mutating func skipBlanks() {
    while position < text.count, " \t\n\u{C}\r".utf8.contains(text[position]) { position += 1 }
  }

  /// White space, and a comma in it.
  private mutating func skipSeparators() {
    skipBlanks()
    if take(UInt8(ascii: ",")) { skipBlanks() }
  }

  private var isDigit: Bool {
    position < text.count && UInt8(ascii: "0")...UInt8(ascii: "9") ~= text[position]
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while isDigit { position += 1 }
    return position - start
  }

  private mutating func skipExponent() {
    let start = position
    guard take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) else { return }
    _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
    if skipDigits() == 0 { position = start }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < text.count, text[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func refuse(at start: Int) throws(Mistake) -> Double {
    position = start
    throw mistake(start < text.count ? "a number is missing" : "it ends where a number is missing")
  }

  func mistake(_ problem: String) -> Mistake { Mistake(position: position + 1, problem: problem) }
}
