import Media

/// Pictures that carry their own number: ten upright bars, white for 1 and black for 0, the lowest bit at the left.
/// They survive any codec.
enum Numbered {
  static let bits = 10
  static let size = Size(width: 160, height: 48)

  /// A YUV4MPEG2 file in 8-bit 4:2:0.
  static func y4m(_ count: Int, rate: FrameRate) -> [UInt8] {
    let header = "YUV4MPEG2 W\(size.width) H\(size.height) F\(rate.numerator):\(rate.denominator) Ip A1:1 C420jpeg\n"
    return Array(header.utf8) + (0..<count).flatMap { Array("FRAME\n".utf8) + picture($0) }
  }

  private static func picture(_ number: Int) -> [UInt8] {
    let row = (0..<size.width).map { x in UInt8(number >> (x * bits / size.width) & 1 == 1 ? 235 : 16) }
    let luma = (0..<size.height).flatMap { _ in row }
    return luma + Array(repeating: 128, count: size.area / 2)
  }

  /// The number in a picture, read along its middle.
  static func number(in frame: Frame) -> Int {
    (0..<bits).reduce(0) { sum, bit in
      let x = (2 * bit + 1) * frame.size.width / (2 * bits)
      return sum | (Pixel.first(frame, x, frame.size.height / 2) > 0.5 ? 1 << bit : 0)
    }
  }
}
