/// Numbers as ASS files have them: what follows the digits is passed over, and what is none is nothing.
enum ASSNumber {
  typealias Scalars = Substring.UnicodeScalarView

  /// The number that a text begins with, behind spaces.
  static func first(in text: Scalars) -> Double? { taken(from: text)?.value }

  /// The same without its decimals, held inside nine digits.
  static func whole(in text: Scalars) -> Int? { first(in: text).map { Int(min(max($0, -1e9), 1e9)) } }

  /// The number that a text begins with, and what is left of the text.
  static func taken(from text: Scalars) -> (value: Double, rest: Scalars)? {
    let start = text.drop { $0 == " " || $0 == "\t" }
    var rest = start
    if let sign = rest.first, sign == "+" || sign == "-" { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    rest = rest[whole.endIndex...]
    var decimals = rest.prefix(0)
    if rest.first == "." {
      decimals = rest.dropFirst().prefix(while: isDigit)
      rest = rest[decimals.endIndex...]
    }
    guard !whole.isEmpty || !decimals.isEmpty else { return nil }
    rest = exponent(of: rest)
    guard let value = Double(String(Substring(start[..<rest.startIndex]))), value.isFinite else { return nil }
    return (value, rest)
  }

  /// What is left behind an exponent, if there is one.
  private static func exponent(of text: Scalars) -> Scalars {
    guard text.first == "e" || text.first == "E" else { return text }
    var rest = text.dropFirst()
    if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
    let digits = rest.prefix(while: isDigit)
    return digits.isEmpty ? text : rest[digits.endIndex...]
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// A colour of a tag: hexadecimal digits, with or without what stands around them.
  static func color(in text: Scalars) -> UInt32? {
    hexadecimal(text.drop { $0 == "&" || $0 == "H" || $0 == "h" || $0 == " " })
  }

  /// A colour of a style: hexadecimal digits behind `&H`, or a decimal number.
  static func styleColor(in text: Scalars) -> UInt32 {
    let text = text.drop { $0 == " " }
    if text.first == "&" || text.starts(with: "0x".unicodeScalars) {
      return hexadecimal(text.drop { "&Hhx0".unicodeScalars.contains($0) }) ?? 0
    }
    guard let value = first(in: text), value.magnitude < 1e15 else { return 0 }
    return UInt32(truncatingIfNeeded: Int64(value))
  }

  private static func hexadecimal(_ text: Scalars) -> UInt32? {
    let digits = text.prefix(16).prefix { $0.properties.isASCIIHexDigit }
    return UInt64(String(Substring(digits)), radix: 16).map { UInt32(truncatingIfNeeded: $0) }
  }
}
