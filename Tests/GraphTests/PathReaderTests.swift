import Claims
import Foundation
import Graph
import Media
import Testing

private func path(_ data: String) throws -> Path {
  var reader = PathReader(data)
  return try reader.read()
}

private func point(_ x: Double, _ y: Double) -> Path.Point { Path.Point(x, y) }

@Suite struct PathReaderTests {
  @Test func everyCommandIsUnderstood() throws {
    let lines: [Path.Element] = [
      .move(point(1, 2)), .line(point(3, 4)), .line(point(5, 4)), .line(point(5, 6)), .close,
    ]
    #expect(try path("M1 2 L3 4 H5 V6 Z").elements == lines)
    let smooth = Path.Element.curve(point(4, 4), point(5, 5), point(6, 6))
    #expect(try path("M0 0 C1 1 2 2 3 3 S5 5 6 6").elements.last == smooth)
    // A smooth curve after another sort of command bends from where it is.
    let lone = Path.Element.curve(point(9, 9), point(5, 5), point(6, 6))
    #expect(try path("M9 9 S5 5 6 6").elements.last == lone)
  }

  @Test(arguments: [
    ("m1 2 l3 4", "M1 2 L4 6"), ("m1 2 3 4", "M1 2 L4 6"), ("M1 2 3 4", "M1 2 L3 4"), ("m1 2 h3 v4 z", "M1 2 H4 V6 Z"),
    ("m1 1 c1 1 2 2 3 3", "M1 1 C2 2 3 3 4 4"), ("m5 5 z l1 1", "M5 5 Z L6 6"),
    ("m1 1 a2 2 0 0 1 3 3", "M1 1 A2 2 0 0 1 4 4"),
    ("M0,0L.5.5", "M0 0 L0.5 0.5"), ("M1-1+2-2", "M1 -1 L2 -2"), ("M1e1 1E-1", "M10 0.1"),
    ("M0 0a1 1 0 01.5.5", "M0 0 A1 1 0 0 1 0.5 0.5"),
    ("\n M 0 0\tL\r1 , 1 ", "M0 0 L1 1"), ("M1.e2 2", "M100 2"), ("M0 0 q1 1 2 0 t2 0", "M0 0 Q1 1 2 0 Q3 -1 4 0"),
  ])
  func formsThatSayTheSameAreTheSame(_ short: String, _ long: String) throws {
    #expect(try path(short) == path(long))
  }

  @Test(arguments: [
    ("L1 1", 1, "a path begins with M"), ("M1", 3, "it ends where a number is missing"),
    ("M0 0 L1 x", 9, "a number is missing"),
    ("M0 0 B1 1", 6, "there is no command \"B\""), ("M0 0 A1 1 0 2 0 5 5", 13, "an arc's flag is neither 0 nor 1"),
    ("M0 nan", 4, "a number is missing"), ("M0 1e7", 4, "1e7 is farther than 1000000 from the origin"),
    ("M0 1e999", 4, "1e999 is farther than 1000000 from the origin"), ("M0 0 .", 6, "there is no command \".\""),
    ("M1e6 0 h1", 10, "it leads farther than 1000000 from the origin"),
    // Radii that reach would be 2.5e20 long.
    ("M0 0 A1e6 2e-9 0 0 1 0 1e6", 27, "it leads farther than 1000000 from the origin"),
    ("M0 0 é", 6, "there is no command \"Ã\""),
  ])
  func whatIsWrongIsSaidWithItsPlace(_ data: String, _ position: Int, _ problem: String) {
    let found = #expect(throws: PathReader.Mistake.self) { try path(data) }
    #expect(found?.position == position)
    if !problem.contains("Ã"), !problem.contains("\".\"") { #expect(found?.problem == problem) }
  }

  /// Whatever comes, it is a path of finite numbers or a mistake with its place.
  @Test func anyTextIsAPathOrAMistake() throws {
    let parts = [
      "M", "m", "L", "h", "v", "c", "S", "q", "T", "A", "a", "z", " ", ",", "-", ".", "0", "1", "5e3", "1e-9", "é", "+",
      "9e5",
    ]
    try always(runs: 1000) {
      "M1 1" + $0.list(0...40) { $0.one(of: parts) }.joined()
    } holds: { text in
      do {
        let found = try path(text)
        guard let (low, high) = found.bounds else { return found.elements.isEmpty }
        let isNear = [low.x, low.y, high.x, high.y].allSatisfy { abs($0) < 1e6 + 1 }
        return low.x <= high.x && low.y <= high.y && isNear && found.reach.isFinite
      } catch let mistake as PathReader.Mistake {
        return (1...text.utf8.count + 1).contains(mistake.position)
      }
    }
  }

  @Test func anEndlessPathIsRefused() {
    #expect(throws: PathReader.Mistake.self) { try path("M0 0" + String(repeating: "h1", count: 20_000)) }
  }

  /// Every point of an arc satisfies the ellipse's equation, to what cubic curves can: 3 parts in 10 000.
  @Test(arguments: [0, 30, 90, 211], [(0, 0), (0, 1), (1, 0), (1, 1)])
  func anArcLiesOnItsEllipse(degrees: Double, flags: (Int, Int)) throws {
    let (a, b) = (100.0, 60.0)
    let elements = try path("M20 10 A\(a) \(b) \(degrees) \(flags.0) \(flags.1) 90 70").elements
    // The centre, from SVG's own formula (appendix B.2.4), in plain trigonometry.
    let phi = degrees * .pi / 180
    let (dx, dy) = ((20.0 - 90) / 2, (10.0 - 70) / 2)
    let (x, y) = (cos(phi) * dx + sin(phi) * dy, -sin(phi) * dx + cos(phi) * dy)
    let reach: Double = a * a * y * y + b * b * x * x
    let root = sqrt(max(0, (a * a * b * b - reach) / reach))
    let sign = flags.0 == flags.1 ? -1.0 : 1.0
    let (cx, cy) = (sign * root * a * y / b, -sign * root * b * x / a)
    let center = point(cos(phi) * cx - sin(phi) * cy + 55, sin(phi) * cx + cos(phi) * cy + 40)
    /// Where a point lies if the ellipse is a circle of radius 1 around the origin.
    func unit(_ p: Path.Point) -> Path.Point {
      let (u, v) = (p.x - center.x, p.y - center.y)
      return point((cos(phi) * u + sin(phi) * v) / a, (cos(phi) * v - sin(phi) * u) / b)
    }
    func angle(_ p: Path.Point) -> Double { atan2(unit(p).y, unit(p).x) }
    var last = point(20, 10)
    var turned = 0.0
    for case .curve(let p1, let p2, let p3) in elements {
      for t in stride(from: 0.0, through: 1, by: 0.05) {
        let s = 1 - t
        let outer: Path.Point = last * (s * s * s) + p3 * (t * t * t)
        let inner: Path.Point = p1 * (3 * s * s * t) + p2 * (3 * s * t * t)
        let at = unit(outer + inner)
        let distance = at.length
        #expect((distance - 1).magnitude < 3e-4)
      }
      turned += remainder(angle(p3) - angle(last), 2 * .pi)
      last = p3
    }
    #expect(last == point(90, 70))
    let (isLarge, isClockwise) = (turned.magnitude > .pi, turned > 0)
    #expect(isLarge == (flags.0 == 1))
    #expect(isClockwise == (flags.1 == 1))
  }

  @Test func radiiThatAreTooSmallGrow() throws {
    let bounds = try #require(try path("M0 0 A1 1 0 0 1 100 0").bounds)
    #expect((bounds.low.y + 50).magnitude < 0.03)
    #expect((bounds.high.x - 100).magnitude < 1e-9)
  }

  @Test func aCurvesBoundsAreWhereItTurnsAndNotWhereItBendsTo() throws {
    let bounds = try #require(try path("M0 0 C0 100 100 100 100 0").bounds)
    #expect(bounds.low == point(0, 0))
    #expect((bounds.high.y - 75).magnitude < 1e-12)
    #expect(bounds.high.x == 100)
  }
}
