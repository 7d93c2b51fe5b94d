import Chance
import Media
import Testing

@testable import Pixels

/// Pictures made of pictures.
@Suite struct CelTests {
  private let canvas = Area(columns: 0..<64, rows: 0..<48)

  private func drawn(_ painters: [Painter], over color: Color = .white) -> Band {
    let band = Band(area: canvas)
    band.fill(color)
    for painter in painters { painter.paint(over: band) }
    return band
  }

  private func square(_ color: Color, _ left: Double, _ top: Double, _ size: Double) -> Cel {
    Cel(.color(color), in: Rectangle(left: left, top: top, right: left + size, bottom: top + size), clip: canvas)
  }

  @Test func aGroupAtFullOpacityIsItsLayers() {
    var random = SplitMix()
    let frame = Frame.noise(Size(width: 20, height: 20), .rgba8, .srgb, alpha: .straight, with: &random)
    let cels = [square(.black, 4.3, 5.2, 20), Cel(frame, transform: .translation(12, 9), clip: canvas)]
    let alone = drawn(cels.map { Painter($0, clip: canvas) })
    let grouped = drawn([Painter(Cel(group: cels.map { Painter($0, clip: canvas) }), clip: canvas)])
    // Each source-over rounds by half a unit.
    #expect(zip(alone.numbers, grouped.numbers).allSatisfy { abs(Int($0) - Int($1)) <= 3 }, "seed \(random.seed)")
  }

  @Test func aGroupFadesAsOne() {
    let cels = [square(.black, 0, 0, 20), square(.black, 10, 0, 20)]
    let group = Cel(group: cels.map { Painter($0, clip: canvas) })
    let band = drawn([Painter(group, opacity: Opacity(0.5), clip: canvas)])
    for x in [5, 15, 25] { #expect(abs(band.pixel(x, 5)[0] - 0.5) < 1e-3) }
  }

  @Test func blendsInsideAGroupSeeNothingBelowIt() {
    let inner = Painter(square(.white, 0, 0, 20), blend: Blend(mode: .difference), clip: canvas)
    let band = drawn([Painter(Cel(group: [inner]), clip: canvas)], over: .white)
    #expect(band.pixel(5, 5) == [1, 1, 1, 1])
    #expect(drawn([inner], over: .white).pixel(5, 5) == [0, 0, 0, 1])
  }

  @Test func masksLetThroughWhatTheySay() {
    let picture = square(Color(red: 1, green: 0, blue: 0), 0, 0, 40)
    let matte = square(Color(red: 0, green: 1, blue: 0, alpha: 0.5), 10, 0, 10)
    func red(_ cel: Cel, _ x: Int) -> Double {
      let band = Band(area: canvas)
      Painter(cel, clip: canvas).paint(over: band)
      return band.pixel(x, 5)[0]
    }
    #expect(abs(red(picture.masked(by: matte, .alpha, isInverted: false), 15) - 0.5) < 1e-3)
    #expect(red(picture.masked(by: matte, .alpha, isInverted: false), 5) == 0)
    #expect(abs(red(picture.masked(by: matte, .alpha, isInverted: true), 15) - 0.5) < 1e-3)
    #expect(red(picture.masked(by: matte, .alpha, isInverted: true), 5) == 1)
    #expect(abs(red(picture.masked(by: matte, .luma, isInverted: false), 15) - 0.5 * 0.7152) < 1e-3)
    #expect(red(picture.masked(by: Cel(group: []), .alpha, isInverted: false), 5) == 0)
    #expect(red(picture.masked(by: Cel(group: []), .alpha, isInverted: true), 5) == 1)
  }

  @Test func aMeanIsWhatAShutterSees() {
    let cels = (0..<4).map { square(.black, Double($0), 0, 8) }
    let band = drawn([Painter(Cel(meanOf: cels), clip: canvas)])
    for (x, covered) in [(0, 1.0), (1, 2), (2, 3), (5, 4), (8, 3), (9, 2), (10, 1), (11, 0)] {
      #expect(abs(band.pixel(x, 3)[0] - (1 - covered / 4)) < 1e-3, "column \(x)")
    }
  }

  @Test func aCutIsSoftAtItsEdges() {
    let cut = square(.black, 0, 0, 40).cut(
      to: Rectangle(left: 4.5, top: 0, right: 8, bottom: 40), transform: .identity, clip: canvas)
    let band = drawn([Painter(cut, clip: canvas)])
    #expect([3, 4, 5, 7, 8].map { (band.pixel($0, 9)[0] * 2).rounded() / 2 } == [1, 0.5, 0, 0, 1])
  }

  @Test func aPinnedPictureEqualsTheTransformThatPutsItThere() {
    var random = SplitMix()
    let frame = Frame.noise(Size(width: 24, height: 16), .rgba8, .srgb, with: &random)
    let transform = Affine(a: 1.3, b: 0.4, c: -0.3, d: 1.6, tx: 20, ty: 4)
    let corners = [(0.0, 0.0), (24, 0), (24, 16), (0, 16)].map { x, y in
      let (x, y) = transform(x, y)
      return Corners.Point(x: x, y: y)
    }
    guard let toCorners = Projection(unitSquareTo: Corners(corners)) else {
      Issue.record("a parallelogram is a projection")
      return
    }
    let projection = Projection(.scale(1 / 24.0, 1 / 16.0)).then(toCorners)
    let pinned = drawn([
      Painter(Cel(frame, crop: Rectangle(frame.size), projection: projection, clip: canvas), clip: canvas)
    ])
    let turned = drawn([Painter(Cel(frame, transform: transform, clip: canvas), clip: canvas)])
    let differences = zip(pinned.numbers, turned.numbers).map { abs(Int($0) - Int($1)) }
    // Positions are rounded to 256ths of a pixel in both, at other places.
    #expect(differences.filter { $0 > 500 }.count < differences.count / 100, "seed \(random.seed)")
  }

  @Test func nearestKeepsPixelsSquareAndLinearIsALine() {
    let frame = Frame.made(Size(width: 4, height: 1), .rgba8, .srgb) { _, x, _ in x / 4 * 80 }
    func row(_ resampling: Resampling) -> [Double] {
      let cel = Cel(frame, transform: .scale(8, 4), resampling: resampling, clip: canvas)
      let band = drawn([Painter(cel, clip: canvas)])
      return (0..<32).map { band.pixel($0, 1)[0] * 255 }
    }
    for (x, value) in row(.nearest).enumerated() { #expect(abs(value - Double(x / 8 * 80)) < 0.1) }
    for (x, value) in row(.bilinear).enumerated() {
      let wanted = min(max((Double(x) + 0.5) / 8 - 0.5, 0), 3) * 80
      #expect(abs(value - wanted) < 0.1, "column \(x)")
    }
  }
}
