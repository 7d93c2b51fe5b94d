import CPixels
import Chance
import Media
import Testing

@testable import Pixels

/// Sums of 14-bit weights, rounded once.
private func rounded(_ sum: Int, _ low: Int = -32_768, _ high: Int = 32_767) -> Int16 {
  Int16(min(max((sum + 8192) >> 14, low), high))
}

/// The kernels that resample, against plain twins.
@Suite struct FilterKernelTests {
  @Test func filtersEqualTheirTwins() {
    BlendKernelTests.forEachShape { count, _, random in
      for taps in [1, 4, 8, 12, 20] {
        // Weights of real filters add up to one; these to no more than 32 bits hold.
        let most = Int16(min(17_000, 60_000 / taps))
        let weights = random.row(max(count, 1) * taps, -most / 10...most)
        let length = 50 + taps
        let samples = random.row(length, -9000...25_000) as [Int16]
        let starts = (0..<count).map { _ in Int32.random(in: 0...50, using: &random) }
        var across = [Int16](repeating: 7, count: count + 1)
        pixels_filter_across(&across, samples, starts, weights, count, taps)
        let twin = (0..<count).map { i in
          rounded((0..<taps).map { Int(samples[Int(starts[i]) + $0]) * Int(weights[i * taps + $0]) }.reduce(0, +))
        }
        #expect(across == twin + [7], "\(taps) taps, seed \(random.seed)")

        let rows = (0..<taps).map { _ in random.row(count + 1, -9000...25_000) as [Int16] }
        let flat = rows.flatMap { $0 }
        var down = [Int16](repeating: 7, count: count + 1)
        flat.withUnsafeBufferPointer { flat in
          let pointers = (0..<taps).map { row in flat.baseAddress.map { $0 + row * (count + 1) } }
          pixels_filter_down(&down, pointers, weights, count, taps, 0, 16_383)
        }
        let downTwin = (0..<count).map { i in
          rounded((0..<taps).map { Int(rows[$0][i]) * Int(weights[$0]) }.reduce(0, +), 0, 16_383)
        }
        #expect(down == downTwin + [7], "\(taps) taps, seed \(random.seed)")
      }
    }
  }

  @Test func weightsAddUpToOneExactly() {
    var random = SplitMix()
    for _ in 0..<300 {
      let count = Int.random(in: 1...90, using: &random)
      let ratio = Double.random(in: 0.02...40, using: &random) * (Bool.random(using: &random) ? 1 : -1)
      let origin = Double.random(in: -5...100, using: &random)
      let resampling = Resampling.allCases[Int.random(in: 0..<4, using: &random)]
      let line = FilterTable.Line(
        targets: 3..<20, samples: 7..<7 + count, origin: origin, step: ratio, resampling: resampling)
      let table = FilterTable(line)
      for target in 0..<17 {
        let weights = table.weights[target * table.tapCount..<(target + 1) * table.tapCount]
        #expect(weights.reduce(0) { $0 + Int($1) } == 16_384, "\(line), seed \(random.seed)")
        let last = Int(table.starts[target]) + (weights.lastIndex { $0 != 0 } ?? 0) - weights.startIndex
        #expect(table.starts[target] >= 0 && last < count, "\(line), seed \(random.seed)")
      }
    }
  }

  @Test func sampledPixelsEqualTheirTwin() {
    BlendKernelTests.forEachShape { count, _, random in
      let texture = SmallTexture(&random)
      func number(_ range: ClosedRange<Int64>) -> Int64 { random.edgy(range) }
      var walk = pixels_walk(
        u: number(-3 << 32...12 << 32), v: number(-3 << 32...12 << 32), du: number(-1 << 33...1 << 33),
        dv: number(-1 << 31...1 << 31), width: Int32(texture.width), height: Int32(texture.height))
      let places = (0..<count).map { i in
        ((walk.u + Int64(i) * walk.du) >> 24, (walk.v + Int64(i) * walk.dv) >> 24)
      }
      let twin = places.flatMap { texture.sampled(Int($0), Int($1)) }
      var result = [Int16](repeating: 7, count: 4 * count + 1)
      pixels_sample(&result, texture.pixels, texture.stride, &walk, texture.cubic, count)
      #expect(result == twin + [7], "along a line, seed \(random.seed)")
      result = [Int16](repeating: 7, count: 4 * count + 1)
      pixels_sample_at(
        &result, texture.pixels, texture.stride, places.map { Int32($0.0) }, places.map { Int32($0.1) },
        Int32(texture.width), Int32(texture.height), texture.cubic, count)
      #expect(result == twin + [7], "anywhere, seed \(random.seed)")
    }
  }

  @Test func convolutionEqualsItsTwin() {
    BlendKernelTests.forEachShape { count, _, random in
      let taps = Int.random(in: 1...31, using: &random)
      let shares = (0..<taps).map { _ in Double.random(in: 0...1, using: &random) + 1e-3 }
      let weights = FilterTable.quantized(shares)
      let samples = random.row(count + taps, -27_200...27_200) as [Int16]
      var result = [Int16](repeating: 7, count: count + 1)
      pixels_convolve(&result, samples, weights, count, taps)
      let twin = (0..<count).map { i in
        rounded((0..<taps).map { Int(samples[i + $0]) * Int(weights[$0]) }.reduce(0, +))
      }
      #expect(result == twin + [7], "seed \(random.seed)")
    }
  }

  @Test func separatedAndHeldPixelsEqualTheirTwins() {
    BlendKernelTests.forEachShape { count, _, random in
      let pixels = random.row(4 * count, -32_768...32_767) as [Int16]
      let empty = [Int16](repeating: 7, count: count + 1)
      var (red, green, blue, alpha) = (empty, empty, empty, empty)
      var joined = [Int16](repeating: 7, count: 4 * count + 1)
      pixels_separate(&red, &green, &blue, &alpha, pixels, count)
      let rows = [red, green, blue, alpha]
      pixels_interleave(&joined, rows[0], rows[1], rows[2], rows[3], count)
      #expect(joined[4 * count] == 7 && rows.allSatisfy { $0[count] == 7 })
      for i in 0..<4 * count {
        let expected = i % 4 == 3 ? min(max(pixels[i], 0), 16_384) : pixels[i]
        #expect(rows[i % 4][i / 4] == expected && joined[i] == expected, "seed \(random.seed)")
      }
      pixels_hold(&red, alpha, count)
      let held = (0..<count).map { i in
        let low = -(alpha[i] / 2)
        return min(max(rows[0][i], low), alpha[i] + low)
      }
      #expect(red == held + [7], "seed \(random.seed)")
      var bytes = [UInt8](repeating: 7, count: count + 1)
      let samples = green
      pixels_bytes(&bytes, samples, count)
      #expect(bytes == (0..<count).map { UInt8(min(max((Int(samples[$0]) + 32) >> 6, 0), 255)) } + [7])
    }
  }

  @Test func coverageIsTheProductOfBothDirections() {
    BlendKernelTests.forEachShape { count, _, random in
      func number(_ range: ClosedRange<Int64>) -> Int64 { random.edgy(range) }
      var walk = pixels_walk(
        u: number(-4 << 32...20 << 32), v: number(-4 << 32...20 << 32), du: number(-1 << 33...1 << 33),
        dv: number(-1 << 32...1 << 32), width: 0, height: 0)
      let (width, height, across, down) = (Float(11.5), Float(0.4), Float(0.7), Float(1.9))
      var weights = [Int16](repeating: 7, count: count + 1)
      pixels_edges(&weights, &walk, width, height, across, down, count)
      let twin = (0..<count).map { i -> Int16 in
        func inside(_ at: Int64, _ length: Float, _ sharpness: Float) -> Float {
          let position = Float(Int32(truncatingIfNeeded: at >> 20)) * (1 / 4096) + 0.5
          let (entered, left) = (position * sharpness + 0.5, (position - length) * sharpness + 0.5)
          return min(max(entered, 0), 1) - min(max(left, 0), 1)
        }
        let share =
          inside(walk.u + Int64(i) * walk.du, width, across) * inside(walk.v + Int64(i) * walk.dv, height, down)
        return Int16(share * 16_384 + 0.5)
      }
      #expect(weights == twin + [7], "seed \(random.seed)")
    }
  }

  @Test func rampsEqualTheirTwins() {
    BlendKernelTests.forEachShape { count, offset, random in
      let numbers = (0..<4).map { _ in Float.random(in: -1...1, using: &random) / 64 }
      for radial in [Int32(0), 1] {
        var t = [Float](repeating: 7, count: count + 1)
        pixels_ramp(&t, numbers[0], numbers[1], numbers[2], numbers[3], offset, radial, count)
        let twin = (0..<count).map { i -> Float in
          let p = numbers[0] + Float(offset + i) * numbers[1]
          let q = numbers[2] + Float(offset + i) * numbers[3]
          return radial == 0 ? p : (p * p + q * q).squareRoot()
        }
        #expect(t == twin + [7], "seed \(random.seed)")

        let slopes = (0..<3).map { _ in
          pixels_slope(
            from: .random(in: -0.5...0.5, using: &random), pace: .random(in: 0.1...50, using: &random),
            change: .random(in: -9000...9000, using: &random))
        }
        var d = [Int16](repeating: 7, count: count + 1)
        pixels_slopes(&d, t, 100.25, slopes, 3, count)
        let sums = (0..<count).map { i -> Int16 in
          let sum = slopes.reduce(Float(100.25)) { $0 + min(max((t[i] - $1.from) * $1.pace, 0), 1) * $1.change }
          return Int16(Int32(sum + 32768.5) - 32_768)
        }
        #expect(d == sums + [7], "seed \(random.seed)")
      }
    }
  }

  @Test func transposedPlanesEqualTheirTwins() {
    var random = SplitMix()
    for (width, height) in [(1, 1), (5, 3), (16, 16), (17, 33), (40, 7)] {
      let plane = random.row(width * height, 0...UInt64.max) as [UInt64]
      func check<T: FixedWidthInteger>(
        _ kernel: (UnsafeMutableRawPointer, Int, UnsafeRawPointer, Int, Int, Int) -> Void, _: T.Type
      ) {
        let source = plane.map { T(truncatingIfNeeded: $0) }
        var result = [T](repeating: 0, count: width * height)
        let size = MemoryLayout<T>.size
        kernel(&result, height * size, source, width * size, width, height)
        let twin = (0..<width * height).map { source[$0 % height * width + $0 / height] }
        #expect(result == twin, "\(T.self) \(width) \(height), seed \(random.seed)")
      }
      check({ pixels_transpose8($0, $1, $2, $3, $4, $5) }, UInt8.self)
      check({ pixels_transpose16($0, $1, $2, $3, $4, $5) }, UInt16.self)
      check({ pixels_transpose32($0, $1, $2, $3, $4, $5) }, UInt32.self)
      check({ pixels_transpose64($0, $1, $2, $3, $4, $5) }, UInt64.self)
    }
  }
}

/// A picture of a few pixels with its border, and its plain twin of a sampler.
private struct SmallTexture {
  let width, height, stride: Int
  let pixels: [Int16]
  let cubic = FilterTable.phases(.bicubic)
  private let border = Int(PIXELS_BORDER)

  init(_ random: inout SplitMix) {
    (width, height) = (Int.random(in: 1...9, using: &random), Int.random(in: 1...9, using: &random))
    stride = 4 * (width + 2 * border) + 5
    pixels = random.row(stride * (height + 2 * border), -27_200...27_200)
  }

  /// - Parameter u: In 256ths of a pixel.
  func sampled(_ u: Int, _ v: Int) -> [Int16] {
    let (x, y) = (min(max(u >> 8, -2), width), min(max(v >> 8, -2), height))
    let (across, down) = (4 * (u & 255), 4 * (v & 255))
    return (0..<4).map { channel in
      let columns = (0..<4).map { k in
        let sum = (0..<4).map { row in
          Int(pixels[(y + border - 1 + row) * stride + (x + border - 1 + k) * 4 + channel]) * Int(cubic[down + row])
        }
        return Int(rounded(sum.reduce(0, +)))
      }
      return rounded((0..<4).map { columns[$0] * Int(cubic[across + $0]) }.reduce(0, +), -32_767)
    }
  }
}
