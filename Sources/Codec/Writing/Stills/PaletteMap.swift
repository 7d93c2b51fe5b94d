import Media

/// Turns pictures into numbers of a palette's colours.
///
/// Where a palette has not all colours, they are mixed in a fixed pattern (ordered dithering): what does not move keeps its
/// pixels from picture to picture, which neither flickers nor takes space, as scattered errors would.
struct PaletteMap {
  private let palette: Palette
  /// What the pattern adds to red, green and blue, for each of its 64 places. Each channel has a shift of its own, so that
  /// its highs do not meet those of the others and the pattern is hard to see.
  private let pattern: [SIMD3<Int>]
  /// Numbers by color of six bits a channel, found when they are first asked for.
  private var numbers = [Int16](repeating: -1, count: 1 << 18)
  private let exact: [UInt32: UInt8]

  init(_ palette: Palette) {
    self.palette = palette
    let strength = palette.isExact ? 0 : min(palette.spacing, 40)
    pattern = (0..<64).map { place in
      let shifts = [(5, 3), (0, 0), (2, 6)].map { Self.level(place % 8 + $0.0, place / 8 + $0.1) }
      let offsets = SIMD3(shifts[0], shifts[1], shifts[2]) * strength
      return SIMD3(Int(offsets.x.rounded()), Int(offsets.y.rounded()), Int(offsets.z.rounded()))
    }
    let pairs = palette.colors.enumerated().map { index, color in
      (UInt32(color.x) | UInt32(color.y) << 8 | UInt32(color.z) << 16, UInt8(index))
    }
    exact = palette.isExact ? Dictionary(pairs) { first, _ in first } : [:]
  }

  /// What stands for pixels that are not shown.
  var clear: UInt8 { UInt8(palette.colors.count) }

  /// Row by row.
  mutating func numbers(of frame: Frame) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(frame.size.area)
    frame.withPlane(0) { bytes, stride in
      for y in 0..<frame.size.height {
        for x in 0..<frame.size.width {
          let pixel = bytes.loadUnaligned(fromByteOffset: y * stride + 4 * x, as: UInt32.self)
          result.append(pixel.isShown ? number(of: pixel, x, y) : clear)
        }
      }
    }
    return result
  }

  private mutating func number(of pixel: UInt32, _ x: Int, _ y: Int) -> UInt8 {
    if palette.isExact { return exact[pixel & 0xFF_FFFF] ?? 0 }
    let (red, green, blue) = pixel.channels
    let color = (SIMD3(red, green, blue) &+ pattern[x & 7 | (y & 7) << 3]).clamped(
      lowerBound: .zero, upperBound: Self.white)
    let key = (color.x >> 2) << 12 | (color.y >> 2) << 6 | color.z >> 2
    if numbers[key] < 0 {
      let middle = SIMD3(color.x & ~3, color.y & ~3, color.z & ~3) &+ 2
      numbers[key] = Int16(palette.nearest(to: SIMD3(Double(middle.x), Double(middle.y), Double(middle.z))))
    }
    return UInt8(numbers[key])
  }

  private static let white = SIMD3(repeating: 255)

  /// Bayer's pattern: the place's bits, mixed and in reverse, from −1/2 to 1/2.
  private static func level(_ x: Int, _ y: Int) -> Double {
    let number = (0..<3).reduce(0) { $0 << 2 | ((x ^ y) >> $1 & 1) << 1 | (y >> $1 & 1) }
    return (Double(number) + 0.5) / 64 - 0.5
  }
}
