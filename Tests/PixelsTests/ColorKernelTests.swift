import CPixels
import Chance
import Media
import Testing

@testable import Pixels

/// The kernels of color.c, against plain twins.
@Suite struct ColorKernelTests {
  private func whole(_ value: Int16, _ alpha: Int16) -> Int {
    let value = Int(value) + Int(alpha) / 2
    guard alpha != 16_384 else { return value }
    let found = alpha > 0 ? Float(value) * (16_384 / Float(alpha)) : 0
    return Int(max(min(found, 65_535), -65_535) + 65_536.5) - 65_536
  }

  private func stored(_ value: Int, _ alpha: Int16) -> Int16 {
    let covering = alpha == 16_384 ? value : (value * Int(alpha) + 8192) >> 14
    return Int16(covering - Int(alpha) / 2)
  }

  /// Channels within what pixels hold: up to 2.5 times alpha, and at least −1.5 times.
  private func pixels(_ count: Int, _ random: inout SplitMix) -> [[Int16]] {
    let alpha = (0..<count).map { _ in random.edgy(0...16_384) as Int16 }
    return (0..<3).map { _ in alpha.map { Int16(random.edgy(-2 * Int($0)...Int($0) * 31 / 16)) } } + [alpha]
  }

  private func run(_ rows: [[Int16]], _ count: Int, _ kernel: (pixels_row) -> Void) -> [[Int16]] {
    var memory = rows.flatMap { $0 }
    memory.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      kernel(pixels_row(r: base, g: base + count, b: base + 2 * count, a: base + 3 * count))
    }
    return (0..<4).map { Array(memory[$0 * count..<($0 + 1) * count]) }
  }

  @Test func recountingEqualsItsTwin() {
    BlendKernelTests.forEachShape { count, _, random in
      let rows = pixels(count, &random)
      let table = random.row(16_385, 0...16_384) as [Int16]
      let made = run(rows, count) { pixels_recount($0.r, $0.a, table, count) }
      let twin = zip(rows[0], rows[3]).map { channel, alpha in
        let value = whole(channel, alpha)
        return stored(0...16_384 ~= value ? Int(table[value]) : value, alpha)
      }
      #expect(made[0] == twin && Array(made[1...]) == Array(rows[1...]), "seed \(random.seed)")
    }
  }

  @Test func conversionEqualsItsTwin() {
    BlendKernelTests.forEachShape { count, _, random in
      let rows = pixels(count, &random)
      func table(_ count: Int, upTo end: Float) -> [Float] {
        (0..<count).map { _ in .random(in: 0...end, using: &random) }
      }
      let (light, codes) = (table(16_385, upTo: 5), table(4097, upTo: 1))
      let (system, tone) = (table(4097, upTo: 2), table(4097, upTo: 1))
      let matrix = (0..<9).map { _ in Float.random(in: -0.7...1.7, using: &random) }
      let (hasSystem, hasTone) = (Bool.random(using: &random), Bool.random(using: &random))
      func between(_ table: [Float], _ place: Float) -> Float {
        let at = Int(min(place, 4095))
        return table[at] + (table[at + 1] - table[at]) * (place - Float(at))
      }
      func twin(_ i: Int) -> [Int16] {
        var lit = (0..<3).map { light[min(max(whole(rows[$0][i], rows[3][i]), 0), 16_384)] / (hasSystem ? 5 : 1) }
        if hasSystem {
          let luminance: Float = 0.2627 * lit[0] + 0.6780 * lit[1] + 0.0593 * lit[2]
          let gain = between(system, luminance.squareRoot() * 4096)
          lit = lit.map { $0 * gain }
        }
        lit = (0..<3).map { row in
          let sum: Float = matrix[3 * row] * lit[0] + matrix[3 * row + 1] * lit[1] + matrix[3 * row + 2] * lit[2]
          return max(sum, 0)
        }
        if hasTone {
          let gain = between(tone, min(max(max(lit[0], lit[1]), lit[2]).squareRoot() * (4096.0 / 3), 4096))
          lit = lit.map { $0 * gain }
        }
        return lit.map { stored(Int(between(codes, min($0, 1).squareRoot() * 4096) * 16_384 + 0.5), rows[3][i]) }
      }
      let small = light.map { $0 / (hasSystem ? 5 : 1) }
      let made = run(rows, count) { row in
        small.withUnsafeBufferPointer { light in
          system.withUnsafeBufferPointer { system in
            tone.withUnsafeBufferPointer { tone in
              codes.withUnsafeBufferPointer { codes in
                matrix.withUnsafeBufferPointer { matrix in
                  var path = pixels_color_path(
                    light: light.baseAddress, system: hasSystem ? system.baseAddress : nil,
                    tone: hasTone ? tone.baseAddress : nil, codes: codes.baseAddress, matrix: matrix.baseAddress)
                  pixels_convert_colors(row, &path, count)
                }
              }
            }
          }
        }
      }
      let isSame = (0..<count).allSatisfy { i in twin(i) == (0..<3).map { made[$0][i] } }
      #expect(isSame, "seed \(random.seed)")
      #expect(made[3] == rows[3])
    }
  }
}
