/// Looks at a recipe's text before Lua does, in code that has no memory to corrupt.
///
/// What it refuses, no person writes: liblua 5.4.4 overflows its C stack over a suffix chain of ten thousand links, and
/// its parser recurses with every bracket and block.
enum SourceCheck {
  /// Links of a chain like `a.b(c)[d]`.
  static let chain = 250
  /// Brackets and blocks inside one another.
  static let nesting = 100
  /// Bytes of a string between its quotes or long brackets.
  static let stringBytes = 64 << 10
  /// Bytes of a name or number.
  static let wordBytes = 255

  /// The source without a byte-order mark.
  static func checked(_ source: [UInt8], name: String, limits: Limits) throws(EvaluationError) -> ArraySlice<UInt8> {
    func refuse(_ line: Int, _ message: String) -> EvaluationError {
      .syntax(ScriptError(place: Place(chunk: name, line: line), message: message))
    }
    guard source.count <= limits.sourceBytes else {
      throw refuse(0, "the recipe has \(source.count) bytes; at most \(limits.sourceBytes) are allowed")
    }
    if let line = lineOfBadText(source) {
      throw refuse(line, "the recipe is not UTF-8 text here; save it as UTF-8")
    }
    if let zero = source.firstIndex(of: 0) {
      throw refuse(line(of: zero, in: source), "the recipe contains a zero byte")
    }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = source.starts(with: mark) ? source.dropFirst(mark.count) : source[...]
    var scanner = SourceScanner(Array(text))
    do { try scanner.scan() } catch { throw refuse(error.line, error.message) }
    return text
  }

  private static func line(of index: Int, in source: [UInt8]) -> Int {
    1 + source[..<index].count { $0 == UInt8(ascii: "\n") }
  }

  /// The line of the first byte that is not UTF-8.
  private static func lineOfBadText(_ source: [UInt8]) -> Int? {
    guard String(validating: source, as: UTF8.self) == nil else { return nil }
    var (iterator, decoder, line) = (source.makeIterator(), UTF8(), 1)
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar == "\n" { line += 1 }
    }
    return line
  }
}
