/// A colour as people write it: sRGB-coded red, green, blue and straight alpha, 0 to 1 each.
package struct Color: Hashable, Sendable {
  package var red: Double
  package var green: Double
  package var blue: Double
  package var alpha: Double

  package init(red: Double, green: Double, blue: Double, alpha: Double = 1) {
    (self.red, self.green, self.blue, self.alpha) = (red, green, blue, alpha)
  }

  package static let black = Color(red: 0, green: 0, blue: 0)
  package static let white = Color(red: 1, green: 1, blue: 1)

  /// Reads `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, or a CSS colour name in any case; nil for anything else.
  package init?(_ text: String) {
    guard text.first == "#" else {
      let name = text.lowercased()
      guard name != "transparent" else {
        self.init(red: 0, green: 0, blue: 0, alpha: 0)
        return
      }
      guard let value = Color.names[name] else { return nil }
      self.init(bytes: [UInt8(value >> 16), UInt8(value >> 8 & 255), UInt8(value & 255), 255])
      return
    }
    let digits = text.dropFirst().filter(\.isASCII).compactMap(\.hexDigitValue).map { UInt8($0) }
    guard digits.count == text.count - 1 else { return nil }
    switch digits.count {
    case 3: self.init(bytes: digits.map { $0 * 17 } + [255])
    case 4: self.init(bytes: digits.map { $0 * 17 })
    case 6: self.init(bytes: Color.pairs(digits) + [255])
    case 8: self.init(bytes: Color.pairs(digits))
    default: return nil
    }
  }

  private static func pairs(_ digits: [UInt8]) -> [UInt8] {
    stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  private init(bytes: [UInt8]) {
    self.init(
      red: Double(bytes[0]) / 255, green: Double(bytes[1]) / 255, blue: Double(bytes[2]) / 255,
      alpha: Double(bytes[3]) / 255)
  }

  /// The four channels as bytes, to nearest.
  package var bytes: [UInt8] {
    [red, green, blue, alpha].map { UInt8((min(max($0, 0), 1) * 255).rounded()) }
  }

  /// `#rrggbb`, or `#rrggbbaa` where it is not opaque.
  package var hexadecimal: String {
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return "#" + digits.prefix(bytes[3] == 255 ? 3 : 4).joined()
  }
}
