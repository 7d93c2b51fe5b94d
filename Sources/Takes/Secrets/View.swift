/// A text as it reads once something is decoded in it, with the place that each byte came from.
///
/// What cannot be decoded is 0, which stands in no key.
struct View {
  private var bytes: [UInt8] = []
  private var places: [Range<Int>] = []

  /// As it stands and with escapes taken back once and twice; and each of these read as hexadecimal and as base64, from
  /// every place at which a group may begin.
  static func all(of text: [UInt8]) -> [View] {
    let plain = View(bytes: text, places: text.indices.map { $0..<$0 + 1 })
    let once = plain.withoutEscapes
    return [plain, once, once.withoutEscapes].flatMap { view in
      [view] + (0..<2).map { view.digits(from: $0) } + (0..<4).map { view.base64(from: $0) }
    }
  }

  /// Calls with every place in the text where one of the pieces stands.
  func forEachPlace(of pieces: Set<UInt64>, _ body: (Range<Int>) -> Void) {
    View.forEachPiece(of: bytes) { end, piece in
      if pieces.contains(piece) { body(places[end - 7].lowerBound..<places[end].upperBound) }
    }
  }

  /// Every eight bytes in a row, as one number, and where the last of them stands.
  static func forEachPiece(of bytes: [UInt8], _ body: (_ end: Int, UInt64) -> Void) {
    var piece: UInt64 = 0
    for index in bytes.indices {
      piece = piece << 8 | UInt64(bytes[index])
      if index >= 7 { body(index, piece) }
    }
  }
}

extension View {
  /// Two hexadecimal digits are a byte.
  private func digits(from start: Int) -> View {
    grouped(from: start, by: 2) { group in
      guard let high = group[0].digit, let low = group[1].digit else { return [0] }
      return [high << 4 | low]
    }
  }

  /// Four characters of either alphabet are three bytes (RFC 4648, sections 4 and 5). At the end there may be fewer.
  private func base64(from start: Int) -> View {
    grouped(from: start, by: 4) { group in
      let sextets = group.map(\.sextet)
      return (0..<3).map { index in
        guard let first = sextets[index], let second = sextets[index + 1] else { return 0 }
        return first << (2 * index + 2) | second >> (4 - 2 * index)
      }
    }
  }

  /// - Parameter decode: Is given as many bytes as a group has, also at the end.
  private func grouped(from start: Int, by count: Int, _ decode: ([UInt8]) -> [UInt8]) -> View {
    var view = View()
    for index in stride(from: start, to: bytes.count, by: count) {
      let end = min(index + count, bytes.count)
      let missing = Array(repeating: UInt8(0), count: index + count - end)
      let decoded = decode(bytes[index..<end] + missing)
      for (offset, byte) in decoded.enumerated() {
        let first = min(index + offset, end - 1)
        view.bytes.append(byte)
        view.places.append(places[first].lowerBound..<places[min(first + 1, end - 1)].upperBound)
      }
    }
    return view
  }
}

extension View {
  /// With `%2B`, `\u002b`, `\x2b`, `\/` and `\"` taken back.
  private var withoutEscapes: View {
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
    guard index + 1 < bytes.count, let high = bytes[index].digit, let low = bytes[index + 1].digit else { return nil }
    return high << 4 | low
  }
}

extension UInt8 {
  /// Of a hexadecimal digit, in either case.
  fileprivate var digit: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }

  /// Of a character of base64, in either alphabet.
  fileprivate var sextet: UInt8? {
    switch self {
    case 0x41...0x5a: self - 0x41
    case 0x61...0x7a: self - 0x47
    case 0x30...0x39: self + 4
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
