import Chance
import Foundation
import Media
import Testing

@testable import Pixels

/// Blurs against sums in double precision.
@Suite struct BlurTests {
  private let canvas = Area(columns: 0..<240, rows: 0..<200)

  private func drawn(_ cel: Cel) -> Band {
    let band = Band(area: canvas)
    Painter(cel, clip: canvas).paint(over: band)
    return band
  }

  @Test(arguments: [0.6, 1.5, 2.4, 2.6, 5, 9.7, 24])
  func aBarIsAsTheSampledGaussianLeavesIt(deviation: Double) {
    let bar = Rectangle(left: 100, top: -10, right: 150, bottom: 400)
    let cel = Cel(.color(.white), in: bar, clip: canvas).blurred(across: deviation, down: deviation, in: canvas)
    let band = drawn(cel)
    func weight(_ distance: Int) -> Double { exp(-Double(distance * distance) / (2 * deviation * deviation)) }
    let total = (-200...200).map(weight).reduce(0, +)
    let errors = (0..<240).map { x in
      abs(band.pixel(x, 100)[3] - (100..<150).map { weight(x - $0) }.reduce(0, +) / total)
    }
    #expect((errors.max() ?? 1) < 1.0 / 255, "\((errors.max() ?? 1) * 255) steps of eight bits")
  }

  @Test func directionsAreApart() {
    let dot = Rectangle(left: 100, top: 80, right: 140, bottom: 120)
    let band = drawn(Cel(.color(.white), in: dot, clip: canvas).blurred(across: 12, down: 0, in: canvas))
    #expect(band.pixel(120, 79)[3] == 0)
    #expect(band.pixel(95, 100)[3] > 0.2)
  }

  @Test func aPictureGoesOnBeyondTheCanvas() {
    let cel = Cel(.color(.white), in: Rectangle(left: -50, top: -50, right: 400, bottom: 400), clip: canvas)
    let band = drawn(cel.blurred(across: 30, down: 30, in: canvas))
    for (x, y) in [(0, 0), (239, 199), (120, 0), (0, 100)] { #expect(band.pixel(x, y).allSatisfy { $0 > 0.9999 }) }
  }

  @Test func bandsOfAnyHeightGiveTheSame() {
    var random = SplitMix()
    let frame = Frame.noise(Size(width: 90, height: 70), .rgba8, .srgb, alpha: .straight, with: &random)
    let make = { Cel(frame, transform: .translation(31, 17), clip: canvas).blurred(across: 7, down: 3, in: canvas) }
    let whole = drawn(make())
    for height in [1, 3, 16] {
      let painter = Painter(make(), clip: canvas)
      for top in stride(from: 0, to: 200, by: height) {
        let band = Band(area: Area(columns: canvas.columns, rows: top..<min(top + height, 200)))
        painter.paint(over: band)
        for x in stride(from: 0, to: 240, by: 7) { #expect(band.pixel(x, top) == whole.pixel(x, top)) }
      }
    }
  }

  @Test(arguments: [1, 3, 7, 24]) func partsOfRowsAreAsInWholeRows(deviation: Double) {
    var random = SplitMix()
    let frame = Frame.noise(Size(width: 200, height: 70), .rgba8, .srgb, alpha: .straight, with: &random)
    let make = {
      Cel(frame, transform: .translation(31, 17), clip: canvas).blurred(across: deviation, down: 2, in: canvas)
    }
    let whole = drawn(make())
    for _ in 0..<10 {
      let painter = Painter(make(), clip: canvas)
      for _ in 0..<3 {
        let (left, top) = (random.edgy(0...230), random.edgy(0...195))
        let band = Band(area: Area(columns: left..<left + random.edgy(1...240 - left), rows: top..<top + 5))
        painter.paint(over: band)
        for x in band.area.columns { #expect(band.pixel(x, top) == whole.pixel(x, top), "seed \(random.seed)") }
      }
    }
  }

  @Test func whatStandsStillDoesNotShimmer() {
    // The same dot, moved by whole pixels along the grid of halves and across it.
    func middle(_ left: Double) -> Double {
      let dot = Rectangle(left: left, top: 80, right: left + 20, bottom: 100)
      let band = drawn(Cel(.color(.white), in: dot, clip: canvas).blurred(across: 8, down: 8, in: canvas))
      return band.pixel(Int(left) + 10, 90)[3]
    }
    let found = (0..<8).map { middle(100 + Double($0)) }
    #expect((found.max() ?? 1) - (found.min() ?? 0) < 2.5 / 255)
  }

  @Test func strangeSizesDrawSomethingOrNothing() {
    let cel = Cel(.color(.white), in: Rectangle(left: 10, top: 10, right: 20, bottom: 20), clip: canvas)
    for size in [Double.nan, -.infinity, .infinity, -3, 1e300, 0] {
      _ = drawn(cel.blurred(across: size, down: 1, in: canvas))
    }
    _ = drawn(Cel(group: []).blurred(across: 4, down: 4, in: canvas))
  }
}
