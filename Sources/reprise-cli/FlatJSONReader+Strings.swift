extension FlatJSONReader {
  /// - Precondition: a quotation mark is next.
  mutating func string() throws(Mistake) -> String {
    position += 1
    var result = String.UnicodeScalarView()
    while position < text.count {
      let scalar = text[position]
      position += 1
      switch scalar {
      case "\"": return String(result)
      case "\\": result.append(try escape())
      case "\u{0}"..<"\u{20}": throw mistake("a text runs over the end of its line")
      default: result.append(scalar)
      }
    }
    throw mistake("a text has no end")
  }

  private mutating func escape() throws(Mistake) -> Unicode.Scalar {
    let names: [Unicode.Scalar: Unicode.Scalar] = [
      "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
    ]
    guard position < text.count else { throw mistake("a text has no end") }
    let letter = text[position]
    position += 1
    if let scalar = names[letter] { return scalar }
    guard letter == "u" else { throw mistake("\\\(letter) means nothing in JSON") }
    return try escapedScalar()
  }

  /// After `\u`: four digits, or a pair of surrogates for what lies beyond 16 bits.
  private mutating func escapedScalar() throws(Mistake) -> Unicode.Scalar {
    var value = try hexadecimal()
    if 0xD800...0xDBFF ~= value, text[position...].starts(with: ["\\", "u"]) {
      position += 2
      let low = try hexadecimal()
      guard 0xDC00...0xDFFF ~= low else { throw mistake("half of a pair of \\u is missing") }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw mistake("half of a pair of \\u is missing") }
    return scalar
  }

  private mutating func hexadecimal() throws(Mistake) -> UInt32 {
    let digits = text[position...].prefix(4)
    guard digits.count == 4, digits.allSatisfy(\.properties.isASCIIHexDigit) else {
      throw mistake("\\u wants four digits")
    }
    position += 4
    return UInt32(String(String.UnicodeScalarView(digits)), radix: 16) ?? 0
  }
}
