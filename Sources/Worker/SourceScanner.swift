/// Reads the tokens of Lua just well enough to measure them. It never refuses bad Lua: that is Lua's to do.
struct SourceScanner {
  struct Refusal: Error {
    var line: Int
    var message: String
  }

  private let bytes: [UInt8]
  private var next = 0
  private var line = 1
  /// Links of the current chain, for each bracket that is open; the last is the innermost.
  private var chains = [0]
  private var blocks = 0
  /// Whether what came last can be called or indexed.
  private var isOperand = false
  /// Whether a dot or colon came last, so that a name is a link of its chain.
  private var awaitsMember = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var current: UInt8? { next < bytes.count ? bytes[next] : nil }
  private func peek(_ offset: Int) -> UInt8? { next + offset < bytes.count ? bytes[next + offset] : nil }

  mutating func scan() throws(Refusal) {
    while let byte = current { try scanToken(byte) }
  }

  private mutating func scanToken(_ byte: UInt8) throws(Refusal) {
    switch byte {
    case UInt8(ascii: " "), 0x09, 0x0B...0x0D: next += 1
    case UInt8(ascii: "\n"): newline()
    case UInt8(ascii: "-") where peek(1) == byte: skipComment()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try scanString(quote: byte)
    case UInt8(ascii: "[") where longBracket != nil: try scanLongString()
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): try open()
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): close()
    case UInt8(ascii: "."), UInt8(ascii: ":"): try scanDots(byte)
    case _ where Self.isWord(byte): try scanWord()
    default: operate(1)
    }
  }

  private mutating func newline() {
    line += 1
    next += 1
  }

  /// Skips `count` bytes that end a chain.
  private mutating func operate(_ count: Int) {
    next += count
    chains[chains.count - 1] = 0
    isOperand = false
    awaitsMember = false
  }

  /// One more link of the innermost chain.
  private mutating func link() throws(Refusal) {
    chains[chains.count - 1] += 1
    guard chains[chains.count - 1] <= SourceCheck.chain else {
      throw refusal("more than \(SourceCheck.chain) fields, calls and indices in a row; break the chain with a local")
    }
  }

  private func refusal(_ message: String) -> Refusal { Refusal(line: line, message: message) }

  private mutating func checkNesting() throws(Refusal) {
    guard chains.count - 1 + blocks <= SourceCheck.nesting else {
      throw refusal("too many brackets and blocks inside one another; at most \(SourceCheck.nesting) are allowed")
    }
  }

  // MARK: Brackets and chains

  private mutating func open() throws(Refusal) {
    if isOperand { try link() } else { operate(0) }
    next += 1
    chains.append(0)
    isOperand = false
    try checkNesting()
  }

  private mutating func close() {
    next += 1
    if chains.count > 1 { chains.removeLast() }
    isOperand = true
  }

  private mutating func scanDots(_ byte: UInt8) throws(Refusal) {
    if peek(1) == byte { return operate(2) }
    if byte == UInt8(ascii: "."), let digit = peek(1), Self.isDigit(digit) { return try scanWord() }
    guard isOperand else { return operate(1) }
    try link()
    next += 1
    isOperand = false
    awaitsMember = true
  }

  // MARK: Words

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32)
  }

  private mutating func scanWord() throws(Refusal) {
    let start = next
    let isNumber = Self.isDigit(bytes[start]) || bytes[start] == UInt8(ascii: ".")
    while let byte = current, Self.isWord(byte) || (isNumber && belongsToNumber(byte)) { next += 1 }
    guard next - start <= SourceCheck.wordBytes else {
      throw refusal("a name or number of \(next - start) bytes; at most \(SourceCheck.wordBytes) are allowed")
    }
    try take(word: bytes[start..<next])
  }

  /// A dot, or the sign of an exponent.
  private func belongsToNumber(_ byte: UInt8) -> Bool {
    if byte == UInt8(ascii: ".") { return true }
    guard byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") else { return false }
    return "eEpP".utf8.contains(bytes[next - 1])
  }

  private mutating func take(word: ArraySlice<UInt8>) throws(Refusal) {
    switch String(decoding: word, as: UTF8.self) {
    case "function", "do", "if", "repeat":
      blocks += 1
      operate(0)
      try checkNesting()
    case "end", "until":
      blocks = max(0, blocks - 1)
      operate(0)
    case "and", "break", "else", "elseif", "for", "goto", "in", "local", "not", "or", "return", "then", "while":
      operate(0)
    default:
      // Without a dot before it, a name begins a chain.
      if !awaitsMember { operate(0) }
      awaitsMember = false
      isOperand = true
    }
  }

  // MARK: Strings and comments

  private mutating func finishString(from start: Int) throws(Refusal) {
    guard next - start <= SourceCheck.stringBytes else {
      throw refusal("a string of more than \(SourceCheck.stringBytes) bytes")
    }
    isOperand = true
  }

  private mutating func scanString(quote: UInt8) throws(Refusal) {
    if isOperand { try link() } else { operate(0) }
    next += 1
    let start = next
    while let byte = current, byte != quote, byte != UInt8(ascii: "\n") {
      if byte == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "\n") { line += 1 }
      next += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    next = min(next, bytes.count)
    try finishString(from: start)
    if current == quote { next += 1 }
  }

  /// The number of equals signs if a long bracket opens here.
  private var longBracket: Int? {
    guard current == UInt8(ascii: "[") else { return nil }
    var level = 0
    while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
    return peek(1 + level) == UInt8(ascii: "[") ? level : nil
  }

  private mutating func scanLongString() throws(Refusal) {
    if isOperand { try link() } else { operate(0) }
    let start = next
    skipLongBracket()
    try finishString(from: start)
  }

  private mutating func skipLongBracket() {
    guard let level = longBracket else { return }
    next += level + 2
    let end = [UInt8(ascii: "]")] + Array(repeating: UInt8(ascii: "="), count: level) + [UInt8(ascii: "]")]
    while let byte = current {
      if byte == end[0], bytes[next...].starts(with: end) {
        next += end.count
        return
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      next += 1
    }
  }

  private mutating func skipComment() {
    next += 2
    if longBracket != nil { return skipLongBracket() }
    while let byte = current, byte != UInt8(ascii: "\n") { next += 1 }
  }
}
