import Chance
import Media
import Testing

@testable import Pixels

@Suite struct FillTests {
  private func painted(_ fill: Fill, _ rectangle: Rectangle, _ transform: Affine = .identity, _ canvas: Area) -> Band {
    let band = Band(area: canvas)
    Painter(fill, in: rectangle, transform: transform, clip: canvas).paint(over: band)
    return band
  }

  @Test func aLinearGradientIsTheFormula() {
    let (width, height) = (300, 40)
    let shape = Gradient.line(directionX: 0.6, y: 0.8, width: Double(width), height: Double(height))
    let (from, to) = (Color(rgba: 0xff2040ff), Color(rgba: 0x1080_f040))
    let rectangle = Rectangle(Size(width: width, height: height))
    let band = painted(
      .gradient(Gradient(shape, stops: [.init(0.25, from), .init(1, to)])), rectangle, .identity, Area(width, height))
    let half = (300 * 0.6 + 40 * 0.8) / 2
    for (x, y) in [(0, 0), (299, 39), (150, 20), (77, 3), (201, 38)] {
      let along = (Double(x) + 0.5 - 150) * 0.6 + (Double(y) + 0.5 - 20) * 0.8
      let share = min(max(((along + half) / (2 * half) - 0.25) / 0.75, 0), 1)
      func mixed(_ a: Double, _ b: Double) -> Double { a * from.alpha * (1 - share) + b * to.alpha * share }
      let expected = [mixed(from.red, to.red), mixed(from.green, to.green), mixed(from.blue, to.blue), mixed(1, 1)]
      let pixel = band.pixel(x, y)
      for c in 0..<4 { #expect(abs(pixel[c] - expected[c]) < 1.6 / 16_384, "\(x), \(y), \(c)") }
    }
  }

  @Test func aGradientHasMoreStepsThanBytesHave() {
    let gradient = Gradient(.linear(x0: 0, y0: 0, x1: 1920, y1: 0), stops: [.init(0, .black), .init(1, .white)])
    let band = painted(.gradient(gradient), Rectangle(Size(width: 1920, height: 1)), .identity, Area(1920, 1))
    let reds = (0..<1920).map { band.row(0, from: $0).red[0] }
    #expect(Set(reds).count == 1920)
    #expect(reds == reds.sorted())
  }

  @Test func aRadialGradientIsRoundAfterATurn() {
    let gradient = Gradient(
      .radial(x: 30, y: 30, radiusX: 30, radiusY: 30), stops: [.init(0, .white), .init(1, .black)])
    let turn = Affine(a: 0.8, b: 0.6, c: -0.6, d: 0.8, tx: 40, ty: 10)
    let band = painted(.gradient(gradient), Rectangle(Size(width: 60, height: 60)), turn, Area(100, 100))
    let center = turn(30, 30)
    for (x, y) in [(46, 52), (30, 52), (46, 70), (60, 44)] {
      let (dx, dy) = (Double(x) + 0.5 - center.x, Double(y) + 0.5 - center.y)
      let expected = max(0, 1 - (dx * dx + dy * dy).squareRoot() / 30)
      #expect(abs(band.pixel(x, y)[1] - expected) < 2.0 / 16_384, "\(x), \(y)")
    }
  }

  @Test func twoStopsAtOnePlaceMakeAnEdge() {
    let stops = [Gradient.Stop(0, .black), .init(0.5, .black), .init(0.5, .white), .init(1, .white)]
    let gradient = Gradient(.linear(x0: 0, y0: 0, x1: 40, y1: 0), stops: stops)
    let band = painted(.gradient(gradient), Rectangle(Size(width: 40, height: 1)), .identity, Area(40, 1))
    #expect((0..<40).map { band.pixel($0, 0)[0] } == (0..<40).map { $0 < 20 ? 0.0 : 1 })
  }

  @Test func aTurnedRectangleCoversItsArea() {
    for (a, b) in [(1.0, 0.0), (0.8, 0.6), (0.6, -0.8), (1.2, 0.5)] {
      let transform = Affine(a: a, b: b, c: -b, d: a, tx: 50.3, ty: 50.9)
      let band = painted(
        .color(.white), Rectangle(left: -12.5, top: -7, right: 15, bottom: 9.25), transform, Area(110, 110))
      let covered = band.area.rows.flatMap { y in band.area.columns.map { band.pixel($0, y)[3] } }.reduce(0, +)
      #expect(abs(covered - 27.5 * 16.25 * (a * a + b * b)) < 1.5, "\(a), \(b)")
    }
  }

  @Test func anUprightFillIsOpaqueInsideItsEdges() {
    let painter = Painter(.color(.white), in: Rectangle(left: 2.5, top: 3, right: 9, bottom: 8), clip: Area(20, 20))
    #expect(painter.bounds == Area(columns: 2..<9, rows: 3..<8))
    #expect(painter.isOpaque(over: Area(columns: 3..<9, rows: 3..<8)))
    #expect(!painter.isOpaque(over: Area(columns: 2..<9, rows: 3..<8)))
    let band = Band(area: Area(20, 20))
    painter.paint(over: band)
    #expect(band.pixel(2, 4) == [0.5, 0.5, 0.5, 0.5] && band.pixel(3, 4) == [1, 1, 1, 1])
  }

  @Test func gradientsAreTheSameInBandsOfAnyHeight() {
    let canvas = Area(70, 50)
    let stops = [Gradient.Stop(0, .white), .init(0.3, Color(rgba: 0xff000080)), .init(1, .black)]
    for shape in [Gradient.Shape.linear(x0: 3, y0: 1, x1: 40, y1: 30), .radial(x: 20, y: 20, radiusX: 30, radiusY: 9)] {
      for transform in [Affine.identity, Affine(a: 0.9, b: 0.3, c: -0.4, d: 1.1, tx: 12.2)] {
        let painter = Painter(
          .gradient(Gradient(shape, stops: stops)), in: Rectangle(left: 0.5, top: 0, right: 44, bottom: 31.7),
          transform: transform, clip: canvas)
        let whole = Band(area: canvas)
        painter.paint(over: whole)
        var cut: [Int16] = []
        for top in stride(from: 0, to: 50, by: 3) {
          let band = Band(area: Area(columns: 0..<70, rows: top..<min(top + 3, 50)))
          painter.paint(over: band)
          cut += band.numbers
        }
        #expect(cut == whole.numbers)
      }
    }
  }

  @Test func gradientsWithoutSenseDrawNothing() {
    let canvas = Area(8, 8)
    for bad in [Double.nan, .infinity, -1, 0, 1e300] {
      for shape in [
        Gradient.Shape.radial(x: bad, y: 0, radiusX: bad, radiusY: 1), .linear(x0: 0, y0: bad, x1: 0, y1: bad),
      ] {
        for stops in [[], [Gradient.Stop(bad, .white), .init(-bad, .black)]] {
          let band = painted(
            .gradient(Gradient(shape, stops: stops)), Rectangle(Size(width: 8, height: 8)), .identity, canvas)
          #expect(band.numbers.allSatisfy { (-8192...16_384).contains($0) })
        }
      }
    }
  }

  @Test func filledPicturesHaveTheCodesOfAFilledBand() {
    let size = Size(width: 17, height: 9)
    for (color, expected) in [
      (Color.white, [235, 128, 128]), (.black, [16, 128, 128]), (Color(rgba: 0xff00_00ff), [63, 102, 240]),
    ] {
      let picture = OutputPicture(from: FramePool(size: size, format: .yuv420p8))
      picture.fill(color, area: Area(size))
      for (plane, code) in expected.enumerated() {
        #expect(picture.finished().codes(plane).allSatisfy { $0 == code }, "\(color)")
      }
    }
  }

  @Test func copiesAndDissolvesStayInYUV() {
    var random = SplitMix()
    let size = Size(width: 30, height: 13)
    let (a, b) = (Frame.noise(size, with: &random), Frame.noise(size, with: &random))
    let picture = OutputPicture(from: FramePool(size: size, format: .yuv420p8))
    picture.copy(from: a, area: Area(size))
    #expect(picture.finished().allCodes == a.allCodes)
    picture.copy(from: b, area: Area(columns: 4..<30, rows: 2..<13))
    let (luma, before, after) = (picture.finished().codes(0), a.codes(0), b.codes(0))
    for i in luma.indices {
      let isCopied = i % 30 >= 4 && i / 30 >= 2
      #expect(luma[i] == (isCopied ? after : before)[i], "seed \(random.seed)")
    }
    for (weight, whole) in [(Opacity.clear, a), (.full, b)] {
      picture.mix(a, b, weight: weight, area: Area(size))
      #expect(picture.finished().allCodes == whole.allCodes, "seed \(random.seed)")
    }
  }
}
