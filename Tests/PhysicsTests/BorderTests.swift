import Claims
import Media
import Testing
import World

@testable import Physics

/// What comes from outside gives an error, and never a trap.
@Suite struct BorderTests {
  @Test func numbersBeyondTheirRangesAreRefused() {
    let scenes = [
      Scene.of([.ball(at: Vector(.nan, 0, 0))]), .of([.ball(at: .zero, velocity: Vector(1e9, 0, 0))]),
      .of([.ball("ball", -1, at: .zero)]), .of([.ball("ball", .infinity, at: .zero)]), .of([Thing("empty", [])]),
      .of([], seconds: 500), .of([], seconds: -1), .of([], gravity: Vector(0, .nan, 0)),
      .of([], water: Water(depth: .nan)), .of([.ball(at: .zero, .of(friction: .nan))]),
    ]
    for scene in scenes {
      #expect(throws: PhysicsError.self) { try scene.play() }
    }
  }

  @Test func unknownNamesAreRefused() {
    #expect(throws: PhysicsError.unknown("ghost", place: "at 1 s")) {
      try Scene.of([], deeds: [Deed(at: .at(1), .push(thing: "ghost", impulse: .zero, place: .zero))]).play()
    }
    #expect(throws: PhysicsError.self) {
      try Scene.of([], links: [Link(.weld, Link.End("ghost", .zero), Link.End(nil, .zero))]).play()
    }
    #expect(throws: PhysicsError.self) { try Scene.of([], deeds: [Deed(at: .zero, .release(link: 3))]).play() }
  }

  @Test func tooMuchIsRefused() {
    let many = (0..<501).map { Thing.ball("\($0)", at: Vector(Double($0), 1, 0)) }
    #expect(throws: PhysicsError.tooMany(501, of: "things and figures' parts", limit: 500)) {
      try Scene.of(many).play()
    }
  }

  @Test func anEmptySceneIsStill() throws {
    let motion = try Scene.of([], seconds: 0).play()
    #expect(motion.instant(at: .at(7)) == Instant(poses: []))
  }

  @Test func thingsComeAndGoAtTheirTimes() throws {
    var ball = Thing.ball(at: Vector(0, 1, 0))
    ball.span = TimeRange(.at(0.5), .at(1))
    let motion = try Scene.of([ball]).play()
    #expect(motion.pose("ball", at: 0.49) == nil)
    #expect(motion.pose("ball", at: 0.5)?.position == Vector(0, 1, 0))
    #expect(motion.pose("ball", at: 0.99) != nil)
    #expect(motion.pose("ball", at: 1) == nil)
  }

  @Test func oneBlowIsOneContactAndRestIsSilent() throws {
    let motion = try Scene.of([.ball(at: Vector(0, 1.1, 0), .of(restitution: 0.5, sound: "rubber"))], seconds: 5).play()
    let hits = motion.hits("ball", "ground")
    // v = √(2 g h), and the impulse is (1 + e) m v.
    let first = try #require(hits.first)
    let speed = (2 * 9.81 * 1.0).squareRoot()
    #expect(near(first.speed, speed, 0.01) && near(first.impulse, 1.5 * 4 / 3 * .pi * speed, 0.01))
    #expect(first.firstSound == "rubber" && first.secondSound == "wood")
    #expect(hits.count > 3 && hits.count < 8)
    #expect(motion.contacts.allSatisfy { $0.time < .at(3.5) })
  }

  @Test func whatRollsIsHeardRolling() throws {
    let ball = Thing.ball(at: Vector(0, 0.1, 0), velocity: Vector(1, 0, 0), spin: Vector(0, 0, -10))
    let motion = try Scene.of([ball], seconds: 1).play()
    let kinds = motion.contacts.map(\.kind)
    #expect(kinds.allSatisfy { $0 == .roll } && kinds.count > 25 && kinds.count < 35)
  }
}
