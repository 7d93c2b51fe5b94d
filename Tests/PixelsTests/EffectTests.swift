import Chance
import Foundation
import Media
import Testing

@testable import Pixels

/// What effects make of pictures whose result is known.
@Suite struct EffectTests {
  private let canvas = Area(columns: 0..<64, rows: 0..<48)

  private func drawn(_ cel: Cel) -> Band {
    let band = Band(area: canvas)
    Painter(cel, clip: canvas).paint(over: band)
    return band
  }

  private func filled(_ color: Color) -> Cel {
    Cel(.color(color), in: Rectangle(left: 0, top: 0, right: 64, bottom: 48), clip: canvas)
  }

  /// A pixel of a colour under an effect, premultiplied.
  private func pixel(_ color: Color, _ effect: (Cel) -> Cel) -> [Double] { drawn(effect(filled(color))).pixel(20, 20) }

  private func near(_ a: [Double], _ b: [Double], _ most: Double = 2e-3) -> Bool {
    zip(a, b).allSatisfy { abs($0 - $1) <= most }
  }

  @Test func matricesAreProducts() {
    var random = SplitMix()
    for _ in 0..<50 {
      let alpha = Double.random(in: 0.2...1, using: &random)
      let c = (0..<3).map { _ in Double.random(in: 0.2...0.8, using: &random) }
      // Rows that add up to one, and do not lead out of range.
      let rows = (0..<3).map { _ -> [Double] in
        let (a, b) = (Double.random(in: -0.1...0.6, using: &random), Double.random(in: -0.1...0.4, using: &random))
        return [a, b, 1 - a - b]
      }
      let found = pixel(Color(red: c[0], green: c[1], blue: c[2], alpha: alpha)) { $0.turned(by: rows.flatMap(\.self)) }
      let wanted = rows.map { row in alpha * min(max(zip(row, c).map(*).reduce(0, +), 0), 1) } + [alpha]
      #expect(near(found, wanted), "seed \(random.seed)")
    }
  }

  @Test func tablesAreTheirCurves() {
    let squared = ToneTable { $0 * $0 }
    let plain = ToneTable { $0 }
    let found = pixel(Color(red: 0.5, green: 0.3, blue: 0.9, alpha: 0.5)) { $0.mapped(squared, plain, squared) }
    #expect(near(found, [0.125, 0.15, 0.405, 0.5]))
  }

  @Test func aTableThatChangesNothingChangesNothing() {
    var random = SplitMix()
    let frame = Frame.noise(Size(width: 64, height: 48), .rgba8, .srgb, with: &random)
    let plain = ToneTable { $0 }
    let (a, b) = (drawn(Cel(frame, clip: canvas)), drawn(Cel(frame, clip: canvas).mapped(plain, plain, plain)))
    #expect(a.numbers == b.numbers, "seed \(random.seed)")
  }

  @Test func aScreenGoesAndTheRestStays() {
    let green = Color(red: 0, green: 0.69, blue: 0.25)
    func keyed(_ color: Color) -> [Double] {
      pixel(color) { $0.keyed(green, tolerance: 0.12, softness: 0.12, spill: 1) }
    }
    #expect(keyed(green)[3] == 0)
    // The same screen in the shade.
    #expect(keyed(Color(red: 0.05, green: 0.6, blue: 0.25))[3] < 0.05)
    for color in [Color.white, .black, Color(red: 0.9, green: 0.7, blue: 0.6), Color(red: 0.2, green: 0.2, blue: 0.8)] {
      #expect(near(keyed(color), [color.red, color.green, color.blue, 1]), "\(color)")
    }
  }

  /// What is mixed with the screen, as at the edge of hair, comes out as what it was before.
  @Test(arguments: [0.3, 0.5, 0.7]) func aSoftEdgeIsTakenApart(share: Double) {
    let (green, hair) = ([0, 0.69, 0.25], [0.8, 0.5, 0.4])
    let mixed = zip(hair, green).map { $0 * share + $1 * (1 - share) }
    let found = pixel(Color(red: mixed[0], green: mixed[1], blue: mixed[2])) {
      $0.keyed(Color(red: 0, green: 0.69, blue: 0.25), tolerance: 0.1, softness: 0.2, spill: 1)
    }
    #expect(found[3] > 0.1)
    let color = found.prefix(3).map { $0 / found[3] }
    #expect(color[1] <= color[0] + 0.02)
  }

  @Test func spillGoesAndLightStays() {
    // A grey wall, with a tenth of the screen's chroma upon it.
    let green = Color(red: 0, green: 0.69, blue: 0.25)
    let luma = { (c: [Double]) in 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] }
    let light = luma([green.red, green.green, green.blue])
    let spilt = [green.red, green.green, green.blue].map { 0.6 + ($0 - light) * 0.1 }
    let found = pixel(Color(red: spilt[0], green: spilt[1], blue: spilt[2])) {
      $0.keyed(green, tolerance: 0.05, softness: 0.05, spill: 1)
    }
    #expect(near(found, [luma(spilt), luma(spilt), luma(spilt), 1], 0.03))
    #expect(abs(luma(found) - luma(spilt)) < 1e-3)
  }

  @Test func lightIsKeyedFromLowToHigh() {
    func alpha(_ grey: Double) -> Double {
      pixel(Color(red: grey, green: grey, blue: grey)) { $0.keyed(low: 0.4, high: 0.6, softness: 0.1) }[3]
    }
    #expect(alpha(0.5) == 1)
    #expect(alpha(0.2) == 0)
    #expect(alpha(0.9) == 0)
    #expect(abs(alpha(0.35) - 0.5) < 0.01)
  }

  @Test func whatIsOnThePlateGoes() {
    let plate = filled(Color(red: 0.5, green: 0.4, blue: 0.3))
    func alpha(_ color: Color) -> Double {
      pixel(color) { $0.keyed(against: plate, tolerance: 0.05, softness: 0.05) }[3]
    }
    #expect(alpha(Color(red: 0.5, green: 0.4, blue: 0.3)) == 0)
    #expect(alpha(Color(red: 0.52, green: 0.4, blue: 0.3)) == 0)
    #expect(alpha(Color(red: 0.8, green: 0.4, blue: 0.3)) == 1)
  }

  @Test func cellsAreMeans() {
    var random = SplitMix()
    let frame = Frame.noise(Size(width: 64, height: 48), .rgba8, .srgb, with: &random)
    let plain = drawn(Cel(frame, clip: canvas))
    let cells = drawn(Cel(frame, clip: canvas).pixelated(size: 8, left: 3, top: 0))
    let mean = (0..<64).map { plain.pixel(11 + $0 % 8, 16 + $0 / 8)[0] }.reduce(0, +) / 64
    for (x, y) in [(11, 16), (18, 23), (14, 20)] {
      #expect(abs(cells.pixel(x, y)[0] - mean) < 1e-3, "seed \(random.seed)")
    }
    #expect(cells.pixel(10, 16) != cells.pixel(11, 16))
  }

  @Test func aFlatMapMovesEverythingAlike() {
    var random = SplitMix()
    let frame = Frame.noise(Size(width: 64, height: 48), .rgba8, .srgb, with: &random)
    let plain = drawn(Cel(frame, clip: canvas))
    let map = filled(Color(red: 1, green: 0.5, blue: 0))
    let moved = drawn(Cel(frame, clip: canvas).displaced(by: map, x: 5, y: 7, in: canvas))
    for (x, y) in [(10, 10), (30, 40), (58, 3)] { #expect(near(moved.pixel(x, y), plain.pixel(x + 5, y), 3e-3)) }
  }

  @Test func outlinesAreWhereLightChanges() {
    let half = Cel(
      group: [
        Painter(filled(.black), clip: canvas),
        Painter(.color(.white), in: Rectangle(left: 32, top: 0, right: 64, bottom: 48), clip: canvas),
      ])
    let band = drawn(half.outlined(amount: 1))
    #expect(near(band.pixel(10, 20), [0, 0, 0, 1]) && near(band.pixel(50, 20), [0, 0, 0, 1]))
    #expect(near(band.pixel(31, 20), [1, 1, 1, 1]) && near(band.pixel(32, 20), [1, 1, 1, 1]))
    #expect(near(band.pixel(0, 20), [0, 0, 0, 1]) && near(band.pixel(63, 0), [0, 0, 0, 1]))
  }

  @Test func sharpeningLeavesFlatPlacesAlone() {
    let color = Color(red: 0.3, green: 0.6, blue: 0.9)
    #expect(near(pixel(color) { $0.sharpened(amount: 3, radius: 4, in: canvas) }, [0.3, 0.6, 0.9, 1]))
  }

  @Test func aVignetteFollowsItsFormula() {
    let white = filled(.white).vignetted(
      amount: 0.8, size: 0.5, softness: 1, box: Size(width: 64, height: 48), frame: .identity)
    let band = drawn(white)
    for (x, y) in [(32, 24), (0, 0), (63, 24), (32, 47), (10, 40)] {
      let (u, v) = ((Double(x) + 0.5) / 32 - 1, (Double(y) + 0.5) / 24 - 1)
      let t = min(max((u * u + v * v).squareRoot() - 0.5, 0), 1)
      let wanted = 1 - 0.8 * t * t * (3 - 2 * t)
      #expect(near(band.pixel(x, y), [wanted, wanted, wanted, 1]), "\(x), \(y)")
    }
  }

  @Test func grainIsNoiseOfItsDeviation() {
    let grey = Color(red: 0.5, green: 0.5, blue: 0.5)
    func values(_ seed: UInt32) -> [Double] {
      let band = drawn(filled(grey).grained(amount: 0.05, seed: seed))
      return (0..<48).flatMap { y in (0..<64).map { band.pixel($0, y)[0] - 0.5 } }
    }
    let (one, again, other) = (values(7), values(7), values(8))
    #expect(one == again)
    #expect(one != other)
    let mean = one.reduce(0, +) / Double(one.count)
    let deviation = (one.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(one.count)).squareRoot()
    #expect(abs(mean) < 0.004 && abs(deviation - 0.05) < 0.004)
    let neighbours = zip(one, one.dropFirst()).map(*).reduce(0, +) / Double(one.count) / (deviation * deviation)
    #expect(abs(neighbours) < 0.06)
  }

  @Test func aShadowLiesWhereItFalls() {
    let square = Cel(.color(.white), in: Rectangle(left: 10, top: 10, right: 20, bottom: 20), clip: canvas)
    let band = drawn(square.shadowed(x: 6, y: 4, blur: 0, Color(red: 0, green: 0, blue: 0, alpha: 0.5), in: canvas))
    #expect(band.pixel(12, 12) == [1, 1, 1, 1])
    #expect(near(band.pixel(24, 22), [0, 0, 0, 0.5]))
    #expect(band.pixel(8, 8)[3] == 0)
  }

  @Test func onlyLightShines() {
    let square = { (color: Color) in
      Cel(.color(color), in: Rectangle(left: 20, top: 20, right: 30, bottom: 30), clip: canvas)
    }
    func beside(_ color: Color) -> Double {
      drawn(square(color).glowing(radius: 4, amount: 1, threshold: 0.6, in: canvas)).pixel(17, 25)[3]
    }
    #expect(beside(.white) > 0.1)
    #expect(beside(Color(red: 0.3, green: 0.3, blue: 0.3)) == 0)
  }

  /// Numbers that no recipe can say, but a slip of ours could.
  @Test func strangeNumbersDoNotTrap() {
    for bad in [Double.nan, .infinity, -.infinity, 1e300, -1, 0] {
      let cel = filled(.white)
      let all = [
        cel.sharpened(amount: bad, radius: bad, in: canvas), cel.pixelated(size: bad, left: bad, top: bad),
        cel.glowing(radius: bad.isFinite ? min(bad, 1e6) : 3, amount: bad, threshold: bad, in: canvas),
        cel.keyed(.white, tolerance: bad, softness: bad, spill: bad), cel.keyed(low: bad, high: bad, softness: bad),
        cel.outlined(amount: bad), cel.grained(amount: bad, seed: 1),
        cel.vignetted(amount: bad, size: bad, softness: bad, box: Size(width: 0, height: 0), frame: .identity),
      ]
      for cel in all { _ = drawn(cel) }
    }
  }
}
