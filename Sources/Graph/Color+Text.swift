package import Media

extension Color {
  /// Reads `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, or a CSS colour name in any case; nil for anything else.
  package init?(_ text: String) {
    guard text.first == "#" else {
      self.init(name: text.lowercased())
      return
    }
    let digits = text.dropFirst().filter(\.isASCII).compactMap(\.hexDigitValue).map { UInt32($0) }
    guard digits.count == text.count - 1 else { return nil }
    switch digits.count {
    case 3: self.init(rgba: Color.join((digits + [15]).flatMap { [$0, $0] }))
    case 4: self.init(rgba: Color.join(digits.flatMap { [$0, $0] }))
    case 6: self.init(rgba: Color.join(digits + [15, 15]))
    case 8: self.init(rgba: Color.join(digits))
    default: return nil
    }
  }

  private init?(name: String) {
    guard name != "transparent" else {
      self = .clear
      return
    }
    guard let value = Color.names[name] else { return nil }
    self.init(rgba: value << 8 | 255)
  }

  private static func join(_ digits: [UInt32]) -> UInt32 {
    digits.reduce(0) { $0 << 4 | $1 }
  }

  /// `#rrggbb`, or `#rrggbbaa` where it is not opaque.
  package var hexadecimal: String {
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return "#" + digits.prefix(bytes[3] == 255 ? 3 : 4).joined()
  }
}
