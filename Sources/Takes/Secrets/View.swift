/// A text as it reads once something is decoded in it, with the place that each byte came from.
struct View {
  private var bytes: [UInt8] = []
  private var places: [Range<Int>] = []

  /// As it stands, with escapes taken back once and twice, and each of these with the other alphabet of base64.
  static func all(of text: [UInt8]) -> [View] {
    let plain = View(bytes: text, places: text.indices.map { $0..<$0 + 1 })
    var views = [plain]
    for _ in 0..<2 {
      views += [views[views.count - 1].decoded]
    }
    return views + views.map(\.withStandardAlphabet)
  }

  /// Calls with every place in the text where something stands.
  func forEachPlace(of needle: Needle, _ body: (Range<Int>) -> Void) {
    let count = needle.bytes.count
    guard count > 0, count <= bytes.count else { return }
    for start in 0...bytes.count - count where bytes[start].matches(needle.bytes[0], needle.ignoresCase) {
      let isThere = (0..<count).allSatisfy { bytes[start + $0].matches(needle.bytes[$0], needle.ignoresCase) }
      if isThere { body(places[start].lowerBound..<places[start + count - 1].upperBound) }
    }
  }

  /// `-_` as `+/`: RFC 4648, section 5.
  private var withStandardAlphabet: View {
    View(
      bytes: bytes.map {
        $0 == UInt8(ascii: "-") ? UInt8(ascii: "+") : $0 == UInt8(ascii: "_") ? UInt8(ascii: "/") : $0
      },
      places: places)
  }

  /// With `%2B`, `\u002b`, `\x2b`, `\/` and `\"` taken back.
  private var decoded: View {
    var (view, index) = (View(), 0)
    while index < bytes.count {
      let (byte, count) = escape(at: index) ?? (bytes[index], 1)
      view.bytes.append(byte)
      view.places.append(places[index].lowerBound..<places[index + count - 1].upperBound)
      index += count
    }
    return view
  }

  /// What stands for another byte, and how long it is.
  private func escape(at index: Int) -> (byte: UInt8, count: Int)? {
    switch bytes[index] {
    case UInt8(ascii: "%"): return hexadecimal(at: index + 1).map { ($0, 3) }
    case UInt8(ascii: "\\") where index + 1 < bytes.count:
      switch bytes[index + 1] {
      case UInt8(ascii: "u"):
        guard hexadecimal(at: index + 2) == 0 else { return nil }
        return hexadecimal(at: index + 4).map { ($0, 6) }
      case UInt8(ascii: "x"): return hexadecimal(at: index + 2).map { ($0, 4) }
      default: return (bytes[index + 1], 2)
      }
    default: return nil
    }
  }

  private func hexadecimal(at index: Int) -> UInt8? {
    guard index + 1 < bytes.count else { return nil }
    let digits = bytes[index...index + 1].map { Character(UnicodeScalar($0)).hexDigitValue }
    guard let high = digits[0], let low = digits[1] else { return nil }
    return UInt8(high << 4 | low)
  }
}

extension UInt8 {
  fileprivate func matches(_ other: UInt8, _ ignoresCase: Bool) -> Bool {
    self == other || ignoresCase && (0x41...0x5a).contains(self) && self | 0x20 == other
  }
}
