import Claims
import Foundation
import Media
import Testing
import World

@testable import Figures

/// That each act does what its name says.
struct ActTests {
  @Test func bodiesAreAsTallAsTheyShouldBe() throws {
    try always(runs: 7) { draws in
      (draws.one(of: Figure.Kind.allCases), draws.real(0.2...4))
    } holds: { kind, height in
      let play = Play(kind, height: height, [])
      let poses = play.poses(1)
      let top =
        poses.indices.map { part in
          -play.actor.parts[part].solid.lowest(
            at: Pose(-poses[part].position, Rotation(about: Vector(1, 0, 0), by: .pi) * poses[part].rotation))
        }.max() ?? 0
      guard abs(top / height - 1) < (kind.isAnimal ? 0.12 : 0.03) else { throw Odd(what: "\(kind): \(top / height)") }
      return true
    }
  }

  /// Segments' shares sum up to a body; de Leva's are 1 in sum.
  @Test func massesSumUp() {
    for kind in Figure.Kind.allCases {
      let sum = Anatomy(Figure("ann", kind, height: 1.5, at: .zero)).pieces.reduce(0) { $0 + $1.mass }
      #expect(abs(sum - 1) < 0.05, "\(kind) \(sum)")
    }
  }

  /// √(8h/g), from when the feet leave the ground until they are back.
  @Test func aJumpFliesAsLongAsItsHeightSays() throws {
    try always(runs: 10) { draws in
      (draws.real(0.05...1.5), draws.real(3...20))
    } holds: { height, gravity in
      let script = Play(.person, [(0.5, .jump(height: height, length: 0.5))], gravity: gravity).actor.mime.script
      return script.footings.allSatisfy { footing in
        footing.swings.contains { abs($0.land - $0.lift - (8 * height / gravity).squareRoot()) < 1e-9 }
      }
    }
  }

  /// Onto a table that is low enough, and beneath one that is not.
  @Test func aJumpEndsOnWhatIsThere() throws {
    let top = Thing("table", [Part(.box(size: Vector(1, 0.05, 1)), of: paint)], at: Pose(Vector(0, 0.5, 0.9)))
    for (height, floor) in [(0.9, 0.525), (0.2, 0)] {
      let play = Play(.cat, [(0.5, .jump(height: height, length: 0.8))], things: [top])
      let lowest = play.poses(6).indices.map { play.bottom($0, play.poses(6)) }.min() ?? 0
      #expect(abs(lowest - floor) < 0.02)
    }
  }

  /// Who stands a step behind the ball does not walk about first.
  @Test func aKickFromAStepBehindComesAtOnce() throws {
    let ball = Thing("ball", [Part(.sphere(radius: 0.11), of: paint)], at: Pose(Vector(0, 0.11, 1.45)))
    let play = Play(.person, [(0.5, .kick(thing: "ball", Aim(.direction(Vector(0, 0.2, 1)))))], things: [ball])
    let touch = try #require(play.actor.mime.script.partings.first?.time)
    #expect((0.9...1.4).contains(touch))
  }

  @Test func inTheAirNothingButGravityMovesTheBody() throws {
    let mime = Play(.person, [(0.5, .jump(height: 0.4, length: 0.6))]).actor.mime
    let leap = try #require(mime.script.leaps.first)
    let times = stride(from: leap.takeOff + 0.1, to: leap.landing - 0.1, by: 0.02)
    for time in times {
      func height(_ time: Double) -> Double { mime.stance(at: time).rise }
      let bend = (height(time + 0.005) - 2 * height(time) + height(time - 0.005)) / 0.005 / 0.005
      #expect(abs(bend + 9.81) < 0.01)
    }
  }

  @Test func whatIsThrownLeavesTheHandWhereTheHandIs() throws {
    try always(runs: 15) { draws in
      (
        draws.one(of: [0.03, 0.05, 0.12, 0.2]), Vector(draws.real(-8...8), draws.real(0...4), draws.real(-8...8)),
        draws.one(of: Figure.Kind.allCases)
      )
    } holds: { radius, target, kind in
      let play = Play(kind, [(0.5, .throw(Aim(.place(target))))], things: [ball(radius, at: .zero, holder: "ann")])
      guard let release = play.actor.releases.first, play.actor.releases.count == 1 else { return false }
      let grip = play.actor.grip(at: release.time).position
      return (grip - release.place).length < 1e-6 && release.thing == "ball"
    }
  }

  /// A shot leaves above the head, and the body looks at its target.
  @Test func aSetShotLeavesAboveTheHead() throws {
    let hoop = Vector(3, 3.05, 4)
    let play = Play(.person, [(0.5, .throw(Aim(.place(hoop))))], things: [ball(0.12, at: .zero, holder: "ann")])
    let release = try #require(play.actor.releases.first)
    #expect(release.place.y > 1.75)
    let way = (release.place - play.actor.mime.stance(at: release.time.seconds).ground).level.normalized
    #expect(way.dot(hoop.level.normalized) > 0.95)
  }

  @Test func handsReachWhatTheyTake() throws {
    try always(runs: 15) { draws in
      (
        draws.one(of: [0.03, 0.06, 0.12]), draws.real(0...1.5), draws.real(-3...3), draws.real(-3...3),
        draws.one(of: [Figure.Kind.person, .child, .robot])
      )
    } holds: { radius, y, x, z, kind in
      let thing = ball(radius, at: Vector(x, max(radius, y * kind.height / 1.75), z))
      let play = Play(kind, [(0.2, .take(thing: "ball"))], things: [thing])
      guard let grasp = play.actor.grasps.first else { return false }
      let gap = (play.actor.grip(at: grasp.time).position - thing.pose.position).length
      guard gap < 0.04 else { throw Odd(what: "\(gap) m from \(thing.pose.position)") }
      return true
    }
  }

  @Test func aKickMeetsTheBallInItsDirection() throws {
    try always(runs: 15) { draws in
      (draws.place(5), draws.place(8))
    } holds: { place, target in
      guard (place - target).length > 1, place.length > 0.5 else { return true }
      let play = Play(
        .person, [(0.2, .kick(thing: "ball", Aim(.place(target))))],
        things: [ball(0.11, at: place + Vector(0, 0.11, 0))])
      guard let release = play.actor.releases.first else { return false }
      let mime = play.actor.mime
      func toes(_ time: Double) -> Vector { mime.frames(at: time)[.rightToes].position }
      let (foot, speed) = (
        toes(release.time.seconds), toes(release.time.seconds + 0.01) - toes(release.time.seconds - 0.01)
      )
      let gap = (foot - release.place).length
      guard gap < 0.13, speed.level.normalized.dot((target - place).normalized) > 0.9, speed.length / 0.02 > 4 else {
        throw Odd(what: "gap \(gap), speed \(speed / 0.02)")
      }
      return true
    }
  }

  @Test func actsThatComeTooSoonWait() {
    let script = Play(
      .person,
      [(0, .walk(to: Vector(0, 0, 3))), (0.1, .jump(height: 0.3, length: 0)), (0.2, .sit), (0.3, .walk(to: .zero))]
    ).actor.mime.script
    let ends = script.route.map(\.end)
    #expect(zip(script.route.dropFirst(), ends).allSatisfy { $0.start >= $1 - 1e-9 })
    #expect(!script.sits, "who walks has stood up")
  }

  @Test func wavingGoesAlongWithWalking() {
    let mime = Play(.person, [(0, .walk(to: Vector(0, 0, 6))), (1, .wave(for: seconds(2)))]).actor.mime
    let frames = mime.frames(at: 2)
    #expect(frames[.rightHand].position.y > frames[.chest].position.y + 0.25)
    #expect(mime.stance(at: 2).ground.z > 0.8)
  }

  @Test func headAndEyesTurnToWhatIsLookedAt() throws {
    try always(runs: 15) { draws in
      Vector(draws.real(-2...2), draws.real(0.5...2.5), draws.real(1.5...4))
    } holds: { place in
      let mime = Play(.person, [(0, .look(at: place))]).actor.mime
      let eye = mime.frames(at: 2)[.leftEye]
      let cosine = eye.rotation(Vector(0, 0, 1)).dot((place - eye.position).normalized)
      guard cosine > 0.93 else { throw Odd(what: "\(cosine)") }
      return true
    }
  }

  @Test func theMouthMovesAsItIsTold() {
    let figure = Figure("ann", .person, height: 1.75, at: .zero)
    let scene = Scene(duration: seconds(5), ground: Ground(paint), figures: [figure], shots: [])
    let silent = Actor(figure, deeds: [], in: scene)
    let open = Actor(figure, deeds: [], in: scene) { _ in Lips(openness: 1, width: 0.5) }
    let mouth = silent.parts.indices.filter { silent.parts[$0].material.name == "mouth" }
    #expect(
      mouth.allSatisfy { (silent.poses(at: .zero)[$0].position - open.poses(at: .zero)[$0].position).length > 0.002 })
  }

  @Test func whoFallsStaysAsItWas() {
    let play = Play(.person, [(0, .walk(to: Vector(0, 0, 9))), (2, .fall)])
    #expect(play.actor.fall == seconds(2))
    #expect(play.poses(2) == play.poses(5))
  }

  @Test func whoSitsIsLowAndWhoStandsIsHigh() {
    let mime = Play(.person, [(0.5, .sit), (4, .stand)]).actor.mime
    #expect(mime.frames(at: 3)[.pelvis].position.y < 0.2)
    #expect(mime.frames(at: 6)[.pelvis].position.y > 0.88)
  }

  @Test func stepsAreHeard() {
    let steps = Play(.person, [(0, .walk(to: Vector(0, 0, 5)))]).actor.steps
    #expect(steps.count >= 7)
    #expect(steps.allSatisfy { $0.kind == .step && $0.impulse > 1 && $0.impulse < 15 && $0.firstSound == "rubber" })
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.time <= $1.time })
  }
}
