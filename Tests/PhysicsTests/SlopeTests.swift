import Media
import Testing
import World

@testable import Physics

@Suite struct SlopeTests {
  /// A slope that falls towards x, with its surface through the origin.
  private func slope(_ angle: Double, _ material: Material) -> Thing {
    let turn = Rotation(about: Vector(0, 0, 1), by: -angle)
    return .box(
      "slope", Vector(40, 1, 4), at: Vector(0, 20, 0) + turn(Vector(0, -0.5, 0)), turn: turn, motion: .fixed, material)
  }

  private func along(_ angle: Double) -> Vector { Rotation(about: Vector(0, 0, 1), by: -angle)(Vector(1, 0, 0)) }
  private func above(_ angle: Double, _ height: Double) -> Vector {
    Vector(0, 20, 0) + Rotation(about: Vector(0, 0, 1), by: -angle)(Vector(-5, height, 0))
  }

  @Test(arguments: [0.1, 0.3])
  func aBallRollsDownAtFiveSevenths(angle: Double) throws {
    let motion = try Scene.of([slope(angle, .of()), .ball(at: above(angle, 0.1))]).play()
    let way = (motion.place(at: 1.5) - motion.place(at: 0)).dot(along(angle))
    #expect(near(way, 5 / 7 * 9.81 * Elementary.sin(angle) * 1.5 * 1.5 / 2, 0.01))
  }

  @Test(arguments: [0.3, 0.5])
  func aBoxSlidesByItsFriction(angle: Double) throws {
    let box = Thing.box(
      "box", Vector(0.4, 0.2, 0.4), at: above(angle, 0.1), turn: Rotation(about: Vector(0, 0, 1), by: -angle),
      .of(friction: 0.2))
    let motion = try Scene.of([slope(angle, .of(friction: 0.2)), box]).play()
    let way = (motion.place("box", at: 1.5) - motion.place("box", at: 0)).dot(along(angle))
    let pull = 9.81 * (Elementary.sin(angle) - 0.2 * Elementary.cos(angle))
    #expect(near(way, pull * 1.5 * 1.5 / 2, 0.01))
  }

  @Test func aBoxStaysWhereFrictionIsMoreThanTheSlope() throws {
    let box = Thing.box(
      "box", Vector(0.4, 0.2, 0.4), at: above(0.3, 0.1), turn: Rotation(about: Vector(0, 0, 1), by: -0.3),
      .of(friction: 0.4))
    let motion = try Scene.of([slope(0.3, .of(friction: 0.4)), box], seconds: 4).play()
    #expect((motion.place("box", at: 4) - motion.place("box", at: 0)).length < 0.005)
  }

  @Test func whatSlidesOnTheLevelStopsAfterItsWay() throws {
    // v² / 2 μ g.
    let box = Thing.box(
      "box", Vector(0.4, 0.2, 0.4), at: Vector(0, 0.1, 0), velocity: Vector(3, 0, 0), .of(friction: 0.3))
    let motion = try Scene.of([box], seconds: 3, ground: .of(friction: 0.3)).play()
    #expect(near(motion.place("box", at: 3).x, 9 / (2 * 0.3 * 9.81), 0.01))
  }

  @Test func aRollingBallIsSlowedByItsResistance() throws {
    // 5/7 c g, by the resistance c.
    let ball = Thing.ball(at: Vector(0, 0.1, 0), velocity: Vector(2, 0, 0), spin: Vector(0, 0, -20), .of(rolling: 0.02))
    let motion = try Scene.of([ball]).play()
    #expect(near(2 - motion.velocity(at: 1.5).x, 5 / 7 * 0.02 * 9.81 * 1.5, 0.03))
  }

  @Test func aSlidingBallEndsUpRollingAtFiveSeventhsOfItsSpeed() throws {
    let motion = try Scene.of([.ball(at: Vector(0, 0.1, 0), velocity: Vector(3, 0, 0))]).play()
    #expect(near(motion.velocity(at: 1.9).x, 3 * 5 / 7, 0.01))
  }
}
