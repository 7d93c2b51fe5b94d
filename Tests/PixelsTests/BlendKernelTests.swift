import CPixels
import Chance
import Testing

@testable import Pixels

/// The kernels that blend, against plain twins.
@Suite struct BlendKernelTests {
  /// (a b + 2^14) >> 15, the low 16 bits.
  static func product(_ a: Int16, _ b: Int16) -> Int16 {
    Int16(truncatingIfNeeded: (Int32(a) * Int32(b) + 16_384) >> 15)
  }

  static func times(_ a: Int16, weight: Int16) -> Int16 { 0 &- product(a, -2 &* weight) }

  static func over(_ d: Int16, _ s: Int16, _ alpha: Int16) -> Int16 { s &+ d &+ product(d, -2 &* alpha) }

  /// Runs `body` with rows of every small width, at every alignment, and then with some long ones.
  static func forEachShape(_ body: (_ count: Int, _ offset: Int, _ random: inout SplitMix) -> Void) {
    var random = SplitMix()
    for count in Array(0...70) + [255, 256, 1000, 1921] {
      body(count, Int.random(in: 0..<8, using: &random), &random)
    }
  }

  @Test func everyBlendEqualsItsTwin() {
    Self.forEachShape { count, offset, random in
      let colors: ClosedRange<Int16> = -27_200...27_200
      let d = random.row(count + offset, colors)
      let s = random.row(count + offset, colors)
      let alpha = random.row(count + offset, 0...16_384) as [Int16]
      let weight: Int16 = random.edgy(0...16_384)
      func check(_ name: String, _ kernel: (UnsafeMutablePointer<Int16>) -> Void, _ twin: (Int) -> Int16) {
        var result = d
        result.withUnsafeMutableBufferPointer { kernel($0.baseAddress! + offset) }
        #expect(Array(result[offset...]) == (offset..<d.count).map(twin), "\(name), seed \(random.seed)")
        #expect(result[..<offset] == d[..<offset], "\(name), seed \(random.seed)")
      }
      s.withUnsafeBufferPointer { source in
        alpha.withUnsafeBufferPointer { alphas in
          let (s0, a0) = (source.baseAddress! + offset, alphas.baseAddress! + offset)
          check("over", { pixels_over($0, s0, a0, count) }, { Self.over(d[$0], s[$0], alpha[$0]) })
          check("over weighted", { pixels_over_weighted($0, s0, a0, count, weight) }) {
            let a = Self.product(alpha[$0], -2 &* weight)
            return d[$0] &- Self.product(s[$0], -2 &* weight) &+ Self.product(d[$0], 2 &* a)
          }
          check("scale", { pixels_scale($0, count, weight) }, { Self.times(d[$0], weight: weight) })
          check("scale each", { pixels_scale_each($0, a0, count) }, { Self.times(d[$0], weight: alpha[$0]) })
          check("mix", { pixels_mix($0, s0, count, weight) }) {
            let (a, b) = (Int32(d[$0]), Int32(s[$0]))
            return Int16((a * Int32(16_384 - weight) + b * Int32(weight) + 8192) >> 14)
          }
        }
      }
    }
  }

  @Test func mixedBytesEqualTheirTwin() {
    Self.forEachShape { count, offset, random in
      let a = random.row(count + offset, 0...255) as [UInt8]
      let b = random.row(count + offset, 0...255) as [UInt8]
      let weight: Int16 = random.edgy(0...16_384)
      var result = [UInt8](repeating: 7, count: count + 1)
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          pixels_mix_bytes(&result, a.baseAddress! + offset, b.baseAddress! + offset, count, weight)
        }
      }
      let share = Double(weight) / 16_384
      let exact = (0..<count).map { i in
        let (x, y) = (Double(a[i + offset]), Double(b[i + offset]))
        return UInt8((x * (1 - share) + y * share).rounded(.toNearestOrAwayFromZero))
      }
      #expect(Array(result[..<count]) == exact && result[count] == 7, "seed \(random.seed)")
    }
  }
}
