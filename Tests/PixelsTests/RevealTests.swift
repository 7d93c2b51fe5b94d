import CPixels
import Chance
import Foundation
import Media
import Testing

@testable import Pixels

/// One picture going over into another, and the kernels that do it.
@Suite struct RevealTests {
  @Test func mixesByWeightsEqualTheirTwin() {
    BlendKernelTests.forEachShape { count, offset, random in
      let d = random.row(count + offset, -27_200...27_200) as [Int16]
      let s = random.row(count + offset, -27_200...27_200) as [Int16]
      let weights = random.row(count + offset, 0...16_384) as [Int16]
      var result = d
      result.withUnsafeMutableBufferPointer { result in
        s.withUnsafeBufferPointer { s in
          weights.withUnsafeBufferPointer { weights in
            pixels_mix_each(
              result.baseAddress! + offset, s.baseAddress! + offset, weights.baseAddress! + offset, count)
          }
        }
      }
      let twin = (offset..<d.count).map { i in
        let (a, b, weight) = (Int32(d[i]), Int32(s[i]), Int32(weights[i]))
        return Int16((a * (16_384 - weight) + b * weight + 8192) >> 14)
      }
      #expect(Array(result[offset...]) == twin && result[..<offset] == d[..<offset], "seed \(random.seed)")
    }
  }

  @Test func turnsAreTheArcTangent() {
    var random = SplitMix()
    for count in Array(0...40) + [255, 1000] {
      let (p, q) = (Float.random(in: -900...900, using: &random), Float.random(in: -900...900, using: &random))
      let (dp, dq) = (Float.random(in: -2...2, using: &random), Float.random(in: -2...2, using: &random))
      var turns = [Float](repeating: -7, count: count + 1)
      pixels_turns(&turns, p, dp, q, dq, 3, count)
      for i in 0..<count {
        let (x, y) = (Double(p + Float(i + 3) * dp), Double(q + Float(i + 3) * dq))
        let exact = (atan2(x, -y) / (2 * .pi) + 1).truncatingRemainder(dividingBy: 1)
        let difference = abs(Double(turns[i]) - exact)
        #expect(min(difference, 1 - difference) < 4e-6, "\(x), \(y), seed \(random.seed)")
      }
      #expect(turns[count] == -7)
    }
  }

  @Test func straightUpIsNoughtAndRightAQuarter() {
    func turn(_ x: Float, _ y: Float) -> Float {
      var result: Float = -1
      pixels_turns(&result, x, 0, y, 0, 0, 1)
      return result
    }
    #expect([turn(0, -1), turn(1, 0), turn(0, 1), turn(-1, 0), turn(0, 0)] == [0, 0.25, 0.5, 0.75, 0])
  }

  // MARK: Rows

  private let canvas = Area(columns: 0..<96, rows: 0..<40)

  private func noise(_ random: inout SplitMix) -> Cel {
    Cel(Frame.noise(Size(width: 96, height: 40), .rgba8, .srgb, alpha: .straight, with: &random), clip: canvas)
  }

  private func drawn(_ cel: Cel) -> Band {
    let band = Band(area: canvas)
    Painter(cel, clip: canvas).paint(over: band)
    return band
  }

  @Test func anEdgeIsTheFormula() {
    let (black, white) = (
      Cel(.color(.black), in: Rectangle(Size(width: 96, height: 40)), clip: canvas),
      Cel(.color(.white), in: Rectangle(Size(width: 96, height: 40)), clip: canvas)
    )
    let fields: [(Sweep.Field, (Double, Double) -> Double)] = [
      (.line(Affine(a: 1.0 / 96, d: 0)), { x, _ in x / 96 }),
      (.ring(Affine(a: 0.02, d: 0.02, tx: -0.96, ty: -0.4)), { x, y in hypot(x - 48, y - 20) * 0.02 }),
      (
        .turn(.translation(-48, -20)),
        { x, y in (atan2(x - 48, 20 - y) / (2 * .pi) + 1).truncatingRemainder(dividingBy: 1) }
      ),
    ]
    for (field, value) in fields {
      for isInverted in [false, true] {
        let edge = Sweep.Edge(start: 0.3, width: 0.25, isInverted: isInverted)
        let band = drawn(Cel(from: black, to: white, through: .field(field, edge)))
        for (x, y) in [(3, 3), (20, 11), (40, 30), (51, 2), (60, 39), (95, 20)] {
          let v = min(max((value(Double(x) + 0.5, Double(y) + 0.5) - 0.3) / 0.25, 0), 1)
          let behind = 1 - v * v * (3 - 2 * v)
          #expect(abs(band.pixel(x, y)[0] - (isInverted ? 1 - behind : behind)) < 2e-4, "\(field) \(x) \(y)")
        }
      }
    }
  }

  @Test func whereNothingOrAllShowsItIsThePictureToTheBit() {
    var random = SplitMix()
    let (a, b) = (noise(&random), noise(&random))
    let edge = Sweep.Edge(start: 0.4, width: 0.2)
    let mixed = drawn(Cel(from: a, to: b, through: .field(.line(Affine(a: 1.0 / 96, d: 0)), edge)))
    let (first, second) = (drawn(a), drawn(b))
    for y in canvas.rows {
      #expect((0..<38).allSatisfy { mixed.pixel($0, y) == second.pixel($0, y) }, "seed \(random.seed)")
      #expect((58..<96).allSatisfy { mixed.pixel($0, y) == first.pixel($0, y) }, "seed \(random.seed)")
    }
  }

  @Test func aBoxShowsTheSecondInsideAndTheFirstOutside() {
    var random = SplitMix()
    let (a, b) = (noise(&random), noise(&random))
    let box = Cel(.color(.white), in: Rectangle(left: 10, top: 0, right: 50, bottom: 40), clip: canvas)
    let mixed = drawn(Cel(from: a, to: b, through: .alpha(box)))
    let (first, second) = (drawn(a), drawn(b))
    for (x, y) in [(0, 0), (9, 20), (10, 20), (30, 39), (49, 0), (50, 0), (95, 39)] {
      #expect(mixed.pixel(x, y) == (10..<50 ~= x ? second : first).pixel(x, y), "seed \(random.seed)")
    }
  }

  @Test func darkComesFirst() {
    let size = Size(width: 96, height: 40)
    func fill(_ color: Color) -> Cel { Cel(.color(color), in: Rectangle(size), clip: canvas) }
    let ramp = Gradient(.linear(x0: 0, y0: 0, x1: 96, y1: 0), stops: [.init(0, .black), .init(1, .white)])
    let matte = Cel(.gradient(ramp), in: Rectangle(size), clip: canvas)
    let edge = Sweep.Edge(start: 0.45, width: 0.1)
    let band = drawn(Cel(from: fill(.black), to: fill(.white), through: .light(matte, edge)))
    #expect(band.pixel(40, 20)[0] == 1 && band.pixel(55, 20)[0] == 0)
    #expect(abs(band.pixel(47, 20)[0] + band.pixel(48, 20)[0] - 1) < 2e-3)
  }
}
