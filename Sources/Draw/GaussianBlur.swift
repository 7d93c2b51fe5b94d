/// A Gaussian blur by three passes of a box in each direction, in integers, so that it is the same on every machine.
///
/// The box has soft ends (Gwosdek et al., "Theoretical Foundations of Gaussian Convolution by Extended Box Filtering",
/// 2011), so that its variance is exact for any width, and a growing blur grows smoothly. Cost does not depend on it.
struct GaussianBlur {
  private static let passes = 3
  /// Samples on each side of the middle that count in full.
  private let radius: Int
  /// Weights of those and of the one beyond, in 1/2³²; together at most 1.
  private let inner: UInt64
  private let outer: UInt64

  /// - Parameter sigma: The standard deviation in pixels, 0 to 20 000.
  init(sigma: Double) {
    let variance = sigma * sigma / Double(Self.passes)
    let r = ((12 * variance + 1).squareRoot() / 2 - 0.5).rounded(.down)
    let soft = (2 * r + 1) * (r * (r + 1) / 3 - variance) / (2 * (variance - (r + 1) * (r + 1)))
    let length = 2 * r + 1 + 2 * soft
    radius = Int(r)
    outer = UInt64(soft / length * 0x1p32)
    inner = ((1 << 32) - 2 * outer) / UInt64(2 * radius + 1)
  }

  /// How far a point is spread, in pixels.
  static func reach(sigma: Double) -> Double {
    guard sigma > 0 else { return 0 }
    return Double(passes * (GaussianBlur(sigma: sigma).radius + 1))
  }

  /// Blurs a plane of bytes in place. What lies outside is 0, and what is spread there is lost: leave a margin of
  /// `reach` around the picture.
  func apply(to plane: UnsafeMutableBufferPointer<UInt8>, width: Int, height: Int, bytesPerRow: Int) {
    guard width > 0, height > 0 else { return }
    // 16 bits between the passes, so that six roundings do not show.
    var samples = [UInt16](repeating: 0, count: width * height)
    for y in 0..<height {
      for x in 0..<width { samples[y * width + x] = UInt16(plane[y * bytesPerRow + x]) * 257 }
    }
    for _ in 0..<Self.passes { samples = alongRows(samples, width: width, height: height) }
    for _ in 0..<Self.passes { samples = downColumns(samples, width: width, height: height) }
    for y in 0..<height {
      for x in 0..<width { plane[y * bytesPerRow + x] = UInt8((UInt32(samples[y * width + x]) + 128) / 257) }
    }
  }
}

// Hot: each loop runs three times over every sample.
extension GaussianBlur {
  @inline(__always)
  private func mixed(_ sum: UInt32, _ ends: UInt32) -> UInt16 {
    // At most 65 535 × 2³², as the weights add up to 1 at the most.
    UInt16(truncatingIfNeeded: (UInt64(sum) * inner + UInt64(ends) * outer + (1 << 31)) >> 32)
  }

  private func alongRows(_ source: [UInt16], width: Int, height: Int) -> [UInt16] {
    source.withUnsafeBufferPointer { source in
      [UInt16](unsafeUninitializedCapacity: width * height) { result, count in
        for y in 0..<height {
          let row = UnsafeBufferPointer(rebasing: source[(y * width)..<((y + 1) * width)])
          var sum = row.prefix(radius).reduce(0 as UInt32) { $0 + UInt32($1) }
          for x in 0..<width {
            let after = x + radius < width ? UInt32(row[x + radius]) : 0
            let beyond = x + radius + 1 < width ? UInt32(row[x + radius + 1]) : 0
            let before = x > radius ? UInt32(row[x - radius - 1]) : 0
            sum += after
            result[y * width + x] = mixed(sum, before + beyond)
            sum -= x >= radius ? UInt32(row[x - radius]) : 0
          }
        }
        count = width * height
      }
    }
  }

  private func downColumns(_ source: [UInt16], width: Int, height: Int) -> [UInt16] {
    let nothing = [UInt16](repeating: 0, count: width)
    var sums = [UInt32](repeating: 0, count: width)
    return source.withUnsafeBufferPointer { source in
      nothing.withUnsafeBufferPointer { nothing in
        func row(_ y: Int) -> UnsafeBufferPointer<UInt16> {
          0..<height ~= y ? UnsafeBufferPointer(rebasing: source[(y * width)..<((y + 1) * width)]) : nothing
        }
        for y in 0..<min(radius, height) {
          for x in 0..<width { sums[x] += UInt32(row(y)[x]) }
        }
        return [UInt16](unsafeUninitializedCapacity: width * height) { result, count in
          for y in 0..<height {
            let (after, beyond) = (row(y + radius), row(y + radius + 1))
            let (before, leaving) = (row(y - radius - 1), row(y - radius))
            for x in 0..<width {
              let sum = sums[x] + UInt32(after[x])
              result[y * width + x] = mixed(sum, UInt32(before[x]) + UInt32(beyond[x]))
              sums[x] = sum - UInt32(leaving[x])
            }
          }
          count = width * height
        }
      }
    }
  }
}
