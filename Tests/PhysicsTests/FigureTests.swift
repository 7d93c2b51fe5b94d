import Media
import Testing
import World

@testable import Physics

/// A body of two balls and a stick between them that walks along x until it falls.
private struct Walker: Performance {
  var fall: Time?
  var material = Material.of(density: 900, friction: 0.6)
  var parts: [Part] {
    [
      Part(.capsule(radius: 0.12, height: 0.5), of: material), Part(.sphere(radius: 0.12), of: material),
      Part(.capsule(radius: 0.08, height: 0.6), of: material),
    ]
  }
  var joints: [FigureJoint] {
    [
      FigureJoint(parts: SIMD2(0, 1), Vector(0, 0.4, 0), Vector(0, -0.15, 0), reach: 0.6),
      FigureJoint(parts: SIMD2(0, 2), Vector(0, -0.4, 0), Vector(0, 0.4, 0), reach: 1),
    ]
  }
  func poses(at time: Time) -> [Pose] {
    let x = time.seconds
    return [1.25, 1.8, 0.45].map { Pose(Vector(x, $0, 0)) }
  }
  func grip(at time: Time) -> Pose { Pose(Vector(time.seconds, 1.3, 0.3)) }
  var releases: [Release] { [] }
  var grasps: [Grasp] { [Grasp(at: .at(0.5), thing: "cup")] }
  var steps: [Contact] {
    [0.2, 1.5].map {
      Contact(
        at: .at($0), .step, place: .zero, impulse: 1, speed: 1, "walker", "ground", sounds: ("rubber", "wood"),
        size: 0.1)
    }
  }
}

@Suite struct FigureTests {
  private let figure = Figure("walker", .person, height: 1.9, at: .zero)

  private func play(_ things: [Thing], fall: Double?, seconds: Double = 3) throws -> Motion {
    try Scene.of(things, seconds: seconds, figures: [figure]).play(["walker": Walker(fall: fall.map { .at($0) })])
  }

  @Test func aFigureMovesByItsWillAndPushesWhatIsInItsWay() throws {
    let box = Thing.box("box", Vector(0.3, 0.6, 0.3), at: Vector(1, 0.3, 0), .of(density: 50))
    let motion = try play([box], fall: nil)
    #expect((motion.place("walker", at: 2) - Vector(2, 1.25, 0)).length < 1e-9)
    #expect(motion.place("box", at: 3).x > 1.5)
    #expect(!motion.hits("walker", "box").isEmpty)
  }

  @Test func whoFallsLiesAndStaysTogether() throws {
    let motion = try play([], fall: 0.5, seconds: 4)
    let end = motion.instant(at: .at(4)).poses.compactMap { $0 }
    #expect(end.allSatisfy { $0.position.y < 0.4 && $0.position.y > 0.05 })
    // Head and hip are where their joints hold them.
    #expect((end[0](Vector(0, 0.4, 0)) - end[1](Vector(0, -0.15, 0))).length < 0.02)
    #expect((end[0](Vector(0, -0.4, 0)) - end[2](Vector(0, 0.4, 0))).length < 0.02)
    // At the speed of its walk it went on a little.
    #expect(end[0].position.x > 0.5)
    #expect(motion.contacts.filter { $0.kind == .step }.count == 1)
  }

  @Test func whatItTakesGoesWithIt() throws {
    let cup = Thing("cup", [Part(.cylinder(radius: 0.04, height: 0.1), of: .of())], at: Pose(Vector(0.5, 0.05, 0.3)))
    let motion = try play([cup], fall: nil)
    #expect((motion.place("cup", at: 0.4) - Vector(0.5, 0.05, 0.3)).length < 0.01)
    #expect((motion.place("cup", at: 2) - Vector(2, 1.3, 0.3)).length < 1e-9)
  }
}
