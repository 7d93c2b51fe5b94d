import Chance
import Media
import Testing

@testable import Pixels

/// Blend modes and operators against the standard's formulas.
@Suite struct BlendFormulaTests {
  private static let modes = Blend.Mode.allCases.map { Blend(mode: $0) }
  private static let operators = Blend.Operator.allCases.map { Blend(composite: $0) }

  /// A row of straight colours and alphas, as working pixels; what the row then says is what the formula gets.
  private func fill(_ row: PixelRow, _ random: inout SplitMix, _ count: Int) {
    for x in 0..<count {
      let alpha: Int = random.edgy(0...16_384)
      row.alpha[x] = Int16(alpha)
      for channel in 0..<3 { row[channel][x] = Int16(random.edgy(0...alpha) - alpha / 2) }
    }
  }

  private func pixel(_ row: PixelRow, _ x: Int) -> W3C.Pixel {
    let alpha = Double(row.alpha[x])
    let colors = (0..<3).map { Double(row[$0][x]) + Double(Int(row.alpha[x]) / 2) }
    return (colors.map { alpha > 0 ? $0 / alpha : 0 }, alpha / 16_384)
  }

  @Test(arguments: modes + operators + [Blend(mode: .multiply, composite: .sourceAtop)])
  func pixelsAreAsTheStandardSays(blend: Blend) {
    var random = SplitMix()
    let count = 1000
    let memory = RowMemory(width: count, rowCount: 8)
    let (below, source) = (memory.pixels(0), memory.pixels(4))
    for _ in 0..<10 {
      fill(below, &random, count)
      fill(source, &random, count)
      let opacity = Opacity(weight: random.edgy(1...16_384))
      let wanted = (0..<count).map { x in
        var seen = pixel(source, x)
        seen.alpha *= Double(opacity.weight) / 16_384
        return W3C.composited(seen, over: pixel(below, x), blend)
      }
      below.lay(source, opacity: opacity, blend: blend, count)
      for x in 0..<count {
        let alpha = Double(below.alpha[x]) / 16_384
        let color = (0..<3).map { Double(Int(below[$0][x]) + Int(below.alpha[x]) / 2) / 16_384 }
        let error = zip(color + [alpha], wanted[x].color + [wanted[x].alpha]).map { abs($0 - $1) }.max() ?? 1
        // An eighth of a step of eight bits; dodge and burn divide by what single precision has rounded.
        #expect(error < 1 / 2040.0, "\(blend), pixel \(x), seed \(random.seed)")
      }
    }
  }

  /// Nothing but the plain operator leaves what lies beside a picture alone.
  @Test(arguments: Blend.Operator.allCases)
  func operatorsReachAsFarAsTheyMust(composite: Blend.Operator) {
    let canvas = Area(columns: 0..<8, rows: 0..<2)
    let band = Band(area: canvas)
    band.fill(.white)
    let cel = Cel(.color(.black), in: Rectangle(left: 2, top: 0, right: 4, bottom: 2), clip: canvas)
    Painter(cel, blend: Blend(composite: composite), clip: canvas).paint(over: band)
    let kept = W3C.composited(([0, 0, 0], 0), over: ([1, 1, 1], 1), Blend(composite: composite))
    #expect(band.pixel(6, 1) == kept.color + [kept.alpha])
    let met = W3C.composited(([0, 0, 0], 1), over: ([1, 1, 1], 1), Blend(composite: composite))
    #expect(band.pixel(3, 1) == met.color + [met.alpha])
  }
}
