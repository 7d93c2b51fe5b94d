import Draw
import Foundation
import Media
import Testing

private func point(_ x: Double, _ y: Double) -> Path.Point { Path.Point(x, y) }

/// A circle of four curves, as close as curves come.
private func circle(_ r: Double) -> Path {
  let k = 0.5522847498 * r
  return Path([
    .move(point(r, 0)), .curve(point(r, k), point(k, r), point(0, r)), .curve(point(-k, r), point(-r, k), point(-r, 0)),
    .curve(point(-r, -k), point(-k, -r), point(0, -r)), .curve(point(k, -r), point(r, -k), point(r, 0)), .close,
  ])
}

private func rectangle(_ width: Double, _ height: Double) -> Path {
  Path([.move(point(0, 0)), .line(point(width, 0)), .line(point(width, height)), .line(point(0, height)), .close])
}

private let red = Paint.color(Color(red: 1, green: 0, blue: 0))

@Suite struct ShapeTests {
  @Test(arguments: [0.5, 1, 2.5])
  func aCircleCoversPiTimesItsRadiusSquared(scale: Double) throws {
    let picture = Picture(try Shape(circle(40), fill: red).draw(scale: scale))
    let area = Double.pi * 1600 * scale * scale
    #expect(abs(picture.coverage - area) < area / 500)
    #expect(picture.pixels.allSatisfy { $0.red == $0.alpha && $0.green == 0 && $0.blue == 0 })
  }

  @Test func aStrokeCoversItsLengthTimesItsWidth() throws {
    let shape = Shape(circle(40), stroke: .init(width: 6, paint: red))
    let ring = Double.pi * (43 * 43 - 37 * 37)
    #expect((Picture(try shape.draw()).coverage - ring).magnitude < 3)
    let box = Shape(rectangle(100, 50), stroke: .init(width: 4, paint: red))
    // Mitred corners: the outer rectangle without the inner one.
    let frame = 104.0 * 54 - 96 * 46
    #expect((Picture(try box.draw()).coverage - frame).magnitude < 0.1)
  }

  @Test func dashesCoverTheirShareOfALine() throws {
    let line = Path([.move(point(0, 0)), .line(point(400, 0))])
    let picture = Picture(try Shape(line, stroke: .init(width: 10, paint: red, dash: [30, 10])).draw())
    #expect(abs(picture.coverage - 3000) < 0.1)
    let whole = Picture(try Shape(line, stroke: .init(width: 10, paint: red, dash: [0, 0])).draw())
    #expect(abs(whole.coverage - 4000) < 0.1)
  }

  @Test func whatCrossesItselfIsInsideOrOutByItsRule() throws {
    let inner = rectangle(100, 100).elements
    let outer = Path(inner + rectangle(50, 50).elements)
    #expect(Picture(try Shape(outer, fill: red).draw()).coverage == 10_000)
    #expect(Picture(try Shape(outer, rule: .evenOdd, fill: red).draw()).coverage == 7500)
  }

  @Test func pathsAreCountedFromTheirOwnCorner() throws {
    let moved = Path([
      .move(point(500, 700)), .line(point(520, 700)), .line(point(520, 710)), .line(point(500, 710)), .close,
    ])
    let bounds = Picture(try Shape(moved, fill: red).draw()).bounds { $0.alpha == 255 }
    #expect(bounds?.columns == 0...19 && bounds?.rows == 0...9)
  }

  /// Halfway between two colours lies their mean; the ends are the colours themselves.
  @Test func aRampRunsFromOneColourToTheOther() throws {
    let ramp = Paint.Ramp(
      .linear(x0: 0, y0: 0, x1: 200, y1: 0),
      [.init(0, Color(red: 1, green: 0, blue: 0)), .init(1, Color(red: 0, green: 0, blue: 1))])
    let picture = Picture(try Shape(rectangle(200, 10), fill: .gradient(ramp)).draw())
    let row = Array(picture.pixels[(5 * picture.width)..<(6 * picture.width)]).filter { $0.alpha == 255 }
    #expect(row.count == 200)
    for (x, pixel) in row.enumerated() {
      let share = (Double(x) + 0.5) / 200
      let (blue, red) = (Double(pixel.blue) - 255 * share, Double(pixel.red) - 255 * (1 - share))
      #expect(blue.magnitude <= 1)
      #expect(red.magnitude <= 1)
    }
  }

  @Test func aRadialRampIsTheSameAllAround() throws {
    let ramp = Paint.Ramp(
      .radial(x: 40, y: 40, radiusX: 40, radiusY: 40),
      [.init(0, .white), .init(0.5, .white), .init(0.5, .black), .init(1, .black)])
    let picture = Picture(try Shape(rectangle(80, 80), fill: .gradient(ramp)).draw())
    let white = picture.pixels.filter { $0.red > 128 }.count
    let miss = Double(white) - Double.pi * 400
    #expect(miss.magnitude < 20)
  }

  @Test(arguments: [0, -1, .nan, .infinity, 65] as [Double])
  func aScaleOutOfRangeIsAnError(scale: Double) {
    #expect(throws: DrawError.self) { try Shape(circle(5), fill: red).draw(scale: scale) }
  }

  @Test func aPictureTooLargeIsRefusedAndAnEmptyPathToo() {
    #expect(throws: DrawError.self) { try Shape(circle(8000), fill: red).draw(scale: 4) }
    #expect(throws: DrawError.self) { try Shape(Path(), fill: red).draw() }
  }

  @Test func theSameShapeIsTheSameBytes() throws {
    let shape = Shape(
      circle(33.3), fill: red, stroke: .init(width: 3.3, paint: .color(.white), dash: [5, 3], cap: .round))
    #expect(Picture(try shape.draw(scale: 1.7)) == Picture(try shape.draw(scale: 1.7)))
  }
}
