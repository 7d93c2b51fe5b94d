import Claims
import Media
import Testing
import World

@testable import Rays

/// What a cell leaves out cannot be met: pictures go through sieves, and surveys do not.
struct SieveTests {
  @Test func aPictureShowsWhatASurveyFinds() throws {
    try always(runs: 10) { (draws: inout Draws) -> TestSet in
      func number(_ range: ClosedRange<Double>) -> Double { draws.real(range) }
      var set = TestSet()
      for n in 0..<8 {
        let (a, b) = (number(0.02...0.6), number(0.02...1.5))
        let solid = draws.one(of: [
          Solid.sphere(radius: a), .box(size: Vector(a, b, 0.3)), .cylinder(radius: a, height: b),
          .capsule(radius: a, height: b), .cone(radius: a, height: b), .ring(radius: b, tube: a / 4),
        ])
        let axis = Vector(number(-1...1), 1, number(-1...1))
        // Some are around the eye's plane, or behind it.
        let place = Vector(number(-3...3), number(-2...2), number(-8...1))
        set.add("thing \(n)", solid, at: Pose(place, Rotation(about: axis.normalized, by: number(0...6))))
      }
      return set
    } holds: { set in
      let (tracer, instant) = (try set.tracer(Size(width: 64, height: 48)), Instant(poses: set.poses))
      let frame = try tracer.frame(of: instant, instant, at: .zero, threads: 1)
      let seen = try tracer.survey(of: instant, instant, at: .zero).segmentation
      func isThing(_ x: Int, _ y: Int) -> Bool { seen.codes(x, y) != [0, 0, 0] }
      return (1..<47).allSatisfy { y in
        (1..<63).allSatisfy { x in
          let things = (x - 1...x + 1).reduce(0) { sum, u in sum + (y - 1...y + 1).count { isThing(u, $0) } }
          return things % 9 != 0 || (frame.green(x, y) > 100) == (things == 9)
        }
      }
    }
  }
}
