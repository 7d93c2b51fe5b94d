import Media

/// How often which colours come in some pictures: in cubes of 8 steps a side, with the mean of each; and one by one, as
/// long as a palette has room for all.
struct ColorTally {
  /// Colours that are alike, as one.
  struct Cube {
    var count = 0.0
    /// Sums of red, green and blue.
    var sum = SIMD3<Double>()

    var mean: SIMD3<Double> { sum / count }
  }

  private var counts = [Int](repeating: 0, count: 1 << 15)
  private var sums = [SIMD3<Int>](repeating: .zero, count: 1 << 15)
  /// Nil once there are too many.
  private(set) var colors: Set<UInt32>? = []
  private let most: Int

  init(most: Int) { self.most = most }

  /// What is more than half transparent is not counted.
  mutating func add(_ frame: Frame) {
    frame.withPlane(0) { bytes, stride in
      var last: UInt32?
      for y in 0..<frame.size.height {
        for x in 0..<frame.size.width {
          let pixel = bytes.loadUnaligned(fromByteOffset: y * stride + 4 * x, as: UInt32.self)
          guard pixel.isShown else { continue }
          let (red, green, blue) = pixel.channels
          let cube = (red >> 3) << 10 | (green >> 3) << 5 | blue >> 3
          counts[cube] += 1
          sums[cube] &+= SIMD3(red, green, blue)
          if colors != nil, last != pixel { note(pixel & 0xFF_FFFF) }
          last = pixel
        }
      }
    }
  }

  private mutating func note(_ color: UInt32) {
    colors?.insert(color)
    if let count = colors?.count, count > most { colors = nil }
  }

  var cubes: [Cube] {
    counts.indices.compactMap { index in
      guard counts[index] > 0 else { return nil }
      let sum = sums[index]
      return Cube(count: Double(counts[index]), sum: SIMD3(Double(sum.x), Double(sum.y), Double(sum.z)))
    }
  }
}

/// A pixel of four bytes, red in the lowest.
extension UInt32 {
  /// GIF knows no more of transparency than yes and no.
  var isShown: Bool { self >> 24 >= 128 }
  var channels: (red: Int, green: Int, blue: Int) { (Int(self & 255), Int(self >> 8 & 255), Int(self >> 16 & 255)) }
}
