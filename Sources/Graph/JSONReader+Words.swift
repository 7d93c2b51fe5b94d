/// Numbers and texts.
extension JSONReader {
  /// - Precondition: a digit or a minus sign is next.
  mutating func number() throws(Mistake) -> Double {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let number = Double(text), number.isFinite else {
      throw mistake("the number \(text.prefix(40)) is too large")
    }
    return number == 0 ? 0 : number
  }

  private mutating func digits() throws(Mistake) {
    let start = position
    while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { position += 1 }
    guard position > start else { throw mistake("a digit is missing") }
  }

  /// - Precondition: a quotation mark is next.
  mutating func string() throws(Mistake) -> String {
    let start = position
    position += 1
    var text: [UInt8] = []
    while !take("\"") {
      guard let byte = next else { throw mistake("a text has no end") }
      guard byte >= 0x20 else { throw mistake("a control character stands in a text; write it as \\u00…") }
      position += 1
      if byte == UInt8(ascii: "\\") { text += String(try escape()).utf8 } else { text.append(byte) }
    }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw Mistake(offset: start, problem: "a text is not UTF-8")
    }
    return string
  }

  /// What a backslash stands for.
  private mutating func escape() throws(Mistake) -> Unicode.Scalar {
    guard let letter = next else { throw mistake("a text has no end") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try escapedScalar()
    default: throw mistake("no such letter follows a backslash in JSON")
    }
  }

  /// After `\u`: four digits, or a pair of surrogates for what lies beyond 16 bits.
  private mutating func escapedScalar() throws(Mistake) -> Unicode.Scalar {
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), take("\\"), take("u") else { throw mistake("half of a pair of \\u is missing") }
    let second = try hexadecimal()
    guard UTF16.isTrailSurrogate(second) else { throw mistake("half of a pair of \\u is missing") }
    return UTF16.decode(UTF16.EncodedScalar([unit, second]))
  }

  private mutating func hexadecimal() throws(Mistake) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    // Digits alone: Swift would take a sign, too.
    guard digits.count == 4, text.allSatisfy(\.isHexDigit), let unit = UInt16(text, radix: 16) else {
      throw mistake("\\u wants four digits")
    }
    position += 4
    return unit
  }
}
