import Chance
import CPixels
import Media
import Testing

@testable import Pixels

/// The kernels that convert, against plain twins.
@Suite struct ConversionKernelTests {
  typealias Rows = [[Int16]]

  /// Rows that kernels write, one longer than asked for, to see that the end stays as it was.
  private func written(_ rows: Int, _ count: Int, _ kernel: ([UnsafeMutablePointer<Int16>]) -> Void) -> Rows {
    var memory = [Int16](repeating: 77, count: rows * (count + 1))
    memory.withUnsafeMutableBufferPointer { buffer in
      kernel((0..<rows).map { buffer.baseAddress! + $0 * (count + 1) })
    }
    let result = (0..<rows).map { Array(memory[$0 * (count + 1)..<($0 + 1) * (count + 1)]) }
    #expect(result.allSatisfy { $0.last == 77 })
    return result.map { Array($0.dropLast()) }
  }

  private func inPlace(_ row: [Int16], _ kernel: (UnsafeMutablePointer<Int16>) -> Void) -> [Int16] {
    var row = row
    row.withUnsafeMutableBufferPointer { kernel($0.baseAddress!) }
    return row
  }

  @Test func samplesEqualTheirTwins() {
    BlendKernelTests.forEachShape { count, offset, random in
      let bytes = random.row(count + offset, 0...255) as [UInt8]
      let words = random.row(count + offset, 0...65_535) as [UInt16]
      let bits = Int.random(in: 9...16, using: &random)
      bytes.withUnsafeBufferPointer { bytes in
        let made = written(1, count) { pixels_samples8($0[0], bytes.baseAddress! + offset, count) }
        #expect(made[0] == bytes[offset...].map { Int16($0) * 64 }, "seed \(random.seed)")
      }
      words.withUnsafeBufferPointer { words in
        let made = written(1, count) { pixels_samples16($0[0], words.baseAddress! + offset, count, Int32(bits)) }
        let most = (1 << bits) - 1
        #expect(made[0] == words[offset...].map { Int16((min(Int($0), most) * 16_384) >> bits) }, "seed \(random.seed)")
      }
    }
  }

  @Test func partsAndDoublesEqualTheirTwins() {
    BlendKernelTests.forEachShape { count, _, random in
      let bytes = random.row(4 * count, 0...255) as [UInt8]
      let words = random.row(4 * count, 0...65_535) as [UInt16]
      let of8 = written(4, count) { pixels_parts8($0[0], $0[1], $0[2], $0[3], bytes, count) }
      let of16 = written(4, count) { pixels_parts16($0[0], $0[1], $0[2], $0[3], words, count) }
      for part in 0..<4 {
        #expect(of8[part] == (0..<count).map { Int16(bytes[4 * $0 + part]) * 64 }, "seed \(random.seed)")
        #expect(of16[part] == (0..<count).map { Int16(words[4 * $0 + part] / 4) }, "seed \(random.seed)")
      }
      for odd in 0...1 {
        let shared = random.row(count / 2 + 1, -9000...9000) as [Int16]
        let doubled = written(1, count) { pixels_double($0[0], shared, count, Int32(odd)) }
        #expect(doubled[0] == (0..<count).map { shared[($0 + odd) / 2] }, "seed \(random.seed)")
      }
    }
  }

  @Test func matricesEqualTheirTwin() {
    BlendKernelTests.forEachShape { count, _, random in
      let rows = (0..<3).map { _ in random.row(count, 0...16_383) as [Int16] }
      var matrix = pixels_matrix(.bt2020, SampleRange(.limited, bits: 8))
      let made = written(3, count) {
        pixels_rgb($0[0], $0[1], $0[2], rows[0], rows[1], rows[2], count, &matrix)
      }
      let twin = (0..<count).map { i -> [Int16] in
        let light = BlendKernelTests.product((rows[0][i] - matrix.black) * 2, matrix.luma) - 8192
        let blue = (rows[1][i] - 8192) * 4
        let red = (rows[2][i] - 8192) * 4
        func term(_ a: Int16, _ b: Int16) -> Int16 { BlendKernelTests.product(a, b) }
        return [
          light + term(red, matrix.red_cr), light + term(blue, matrix.green_cb) + term(red, matrix.green_cr),
          light + term(blue, matrix.blue_cb),
        ]
      }
      for channel in 0..<3 { #expect(made[channel] == twin.map { $0[channel] }, "seed \(random.seed)") }
    }
  }

  @Test func alphaKernelsEqualTheirTwins() {
    BlendKernelTests.forEachShape { count, _, random in
      let colors = random.row(count, 0...16_384) as [Int16]
      let alpha = random.row(count, 0...16_384) as [Int16]
      let straight = inPlace(colors) { pixels_premultiply($0, alpha, count) }
      #expect(
        straight == (0..<count).map { BlendKernelTests.times(colors[$0] - 8192, weight: alpha[$0]) },
        "seed \(random.seed)")
      let centered = inPlace(colors) { pixels_center($0, alpha, count) }
      #expect(
        centered == (0..<count).map { min(colors[$0], alpha[$0]) - alpha[$0] / 2 }, "seed \(random.seed)")
      let samples = colors.map { min($0, 16_320) }
      let units = inPlace(samples) { pixels_unit($0, count, 16_449) }
      #expect(units == samples.map { BlendKernelTests.product($0 * 2, 16_449) }, "seed \(random.seed)")
    }
  }

  @Test func writtenCodesEqualTheirTwins() {
    BlendKernelTests.forEachShape { count, _, random in
      let rows = (0..<3).map { _ in random.row(count, -27_200...27_200) as [Int16] }
      let alpha = random.row(count, 0...16_384) as [Int16]
      for var code in [pixels_code.luma, .blueDifference, .redDifference] {
        var bytes = [UInt8](repeating: 9, count: count + 1)
        pixels_codes(&bytes, rows[0], rows[1], rows[2], alpha, count, &code)
        let twin = (0..<count).map { i -> UInt8 in
          let sum =
            Int(rows[0][i]) * Int(code.r) + Int(rows[1][i]) * Int(code.g) + Int(rows[2][i]) * Int(code.b)
            + Int(alpha[i]) * Int(code.a) + Int(code.offset)
          return UInt8(min(max(sum >> 21, 0), 255))
        }
        #expect(bytes == twin + [9], "seed \(random.seed)")
      }
      let means = written(1, (count + 1) / 2) { pixels_mean($0[0], rows[0], rows[1], count) }
      let twin = (0..<(count + 1) / 2).map { i -> Int16 in
        let (left, right) = (2 * i, min(2 * i + 1, count - 1))
        let sum = Int(rows[0][left]) + Int(rows[0][right]) + Int(rows[1][left]) + Int(rows[1][right])
        return Int16((sum + 2) >> 2)
      }
      #expect(means[0] == twin, "seed \(random.seed)")
    }
  }

  @Test func deepCodesAndAlphaEqualTheirTwins() {
    BlendKernelTests.forEachShape { count, _, random in
      let rows = (0..<3).map { _ in random.row(count, -27_200...27_200) as [Int16] }
      let alpha = random.row(count, 0...16_384) as [Int16]
      let bits = Int.random(in: 9...14, using: &random)
      let most = 1 << bits - 1
      for var code in [pixels_code.luma, .blueDifference, .redDifference] {
        var words = [UInt16](repeating: 9, count: count + 1)
        pixels_codes16(&words, rows[0], rows[1], rows[2], alpha, count, &code, Int32(bits))
        let twin = (0..<count).map { i -> UInt16 in
          let sum =
            Int(rows[0][i]) * Int(code.r) + Int(rows[1][i]) * Int(code.g) + Int(rows[2][i]) * Int(code.b)
            + Int(alpha[i]) * Int(code.a) + Int(code.offset) - 1 << 20
          return UInt16(min(max((sum + 1 << (28 - bits)) >> (29 - bits), 0), most))
        }
        #expect(words == twin + [9], "\(bits) bits, seed \(random.seed)")
      }
      var (bytes, words) = ([UInt8](repeating: 9, count: count + 1), [UInt16](repeating: 9, count: count + 1))
      pixels_alpha8(&bytes, alpha, count)
      pixels_alpha16(&words, alpha, count, Int16(most))
      #expect(
        bytes == alpha.map { UInt8((Double($0) * 255 / 16_384 + 0.5).rounded(.down)) } + [9], "seed \(random.seed)")
      #expect(
        words == alpha.map { UInt16((Double($0) * Double(most) / 16_384 + 0.5).rounded(.down)) } + [9],
        "seed \(random.seed)")
    }
  }

  @Test func straightChannelsEqualTheirTwin() {
    BlendKernelTests.forEachShape { count, _, random in
      let alpha = random.row(count, 0...16_384) as [Int16]
      let channel = alpha.map { a in random.edgy(-a - a / 2...a + a / 2) as Int16 }
      let made = written(1, count) { pixels_straight($0[0], channel, alpha, count) }
      for i in 0..<count {
        let exact = alpha[i] == 0 ? -8192 : Double(channel[i]) * 16_384 / Double(alpha[i])
        #expect(abs(Double(made[0][i]) - exact) <= 0.51, "seed \(random.seed)")
        if alpha[i] == 16_384 { #expect(made[0][i] == channel[i]) }
      }
      #expect(inPlace(channel) { pixels_straight($0, $0, alpha, count) } == made[0], "seed \(random.seed)")
    }
  }

  @Test func writtenPartsEqualTheirTwins() {
    BlendKernelTests.forEachShape { count, _, random in
      let alpha = random.row(count, 0...16_384) as [Int16]
      let rows = (0..<3).map { _ in alpha.map { a in random.edgy(-a - a / 2...a + a / 2) } }
      var straight = [UInt8](repeating: 9, count: 4 * count + 1)
      var opaque = straight
      pixels_rgba8(&straight, rows[0], rows[1], rows[2], alpha, count)
      pixels_rgbx8(&opaque, rows[0], rows[1], rows[2], alpha, count)
      func byte(_ x: Float) -> UInt8 { UInt8(min(max(x, 0), 255)) }
      for i in 0..<count {
        let a = Int(alpha[i])
        let scale: Float = a > 0 ? 255 / Float(a) : 0
        for part in 0..<3 {
          let value = Int(rows[part][i]) + a / 2
          #expect(straight[4 * i + part] == byte(Float(value) * scale + 0.5), "seed \(random.seed)")
          #expect(Int(opaque[4 * i + part]) == min(max((value * 255 + 8192) >> 14, 0), 255), "seed \(random.seed)")
        }
        #expect(Int(straight[4 * i + 3]) == (a * 255 + 8192) >> 14 && opaque[4 * i + 3] == 255)
      }
      #expect(straight[4 * count] == 9 && opaque[4 * count] == 9)
    }
  }
}
