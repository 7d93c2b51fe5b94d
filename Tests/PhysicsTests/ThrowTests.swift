import Media
import Testing
import World

@testable import Physics

/// A figure that stands and does nothing but let go.
struct Thrower: Performance {
  var hand = Vector(0, 1.8, 0)
  var releases: [Release]
  var parts: [Part] = [Part(.sphere(radius: 0.1), of: .of())]
  var joints: [FigureJoint] { [] }
  func poses(at time: Time) -> [Pose] { [Pose(hand + Vector(0, -0.3, 0))] }
  func grip(at time: Time) -> Pose { Pose(hand) }
  var steps: [Contact] { [] }
  var fall: Time? { nil }
}

@Suite struct ThrowTests {
  private let hoop = Thing(
    "hoop",
    [
      Part(.ring(radius: 0.23, tube: 0.01), of: .of(density: 7800, restitution: 0.6)),
      Part(.box(size: Vector(0.05, 1, 1.8)), at: Pose(Vector(0.4, 0.3, 0)), of: .of(restitution: 0.7)),
    ], at: Pose(Vector(4.5, 3.05, 0)), motion: .fixed)

  private func ball(_ radius: Double = 0.12) -> Thing {
    var ball = Thing.ball("ball", radius, at: Vector(0, 1.8, 0), .of(density: 80, restitution: 0.8))
    ball.holder = "thrower"
    return ball
  }

  private func play(_ aim: Aim?, _ things: [Thing], seconds: Double = 4, seed: UInt64 = 0, weather: Weather = Weather())
    throws -> Motion
  {
    let thrower = Figure("thrower", .person, height: 1.8, at: .zero)
    let release = Release(at: .at(0.5), place: Vector(0, 1.8, 0), thing: "ball", aim: aim)
    return try Scene.of(things, seconds: seconds, figures: [thrower], weather: weather, seed: seed)
      .play(["thrower": Thrower(releases: [release])])
  }

  private func goesIn(_ motion: Motion) -> Bool {
    let places = motion.places()
    return zip(places, places.dropFirst()).contains { a, b in
      let away = Vector(b.x - 4.5, 0, b.z).length
      return a.y > 3.05 && b.y <= 3.05 && away < 0.22
    }
  }

  @Test func whatIsHeldFollowsTheHandAndIsDropped() throws {
    let motion = try play(nil, [ball()])
    #expect(motion.place(at: 0.45) == Vector(0, 1.8, 0))
    #expect(near(1.8 - motion.place(at: 0.9).y, 9.81 / 2 * 0.4 * 0.4, 0.01))
  }

  @Test func aShotThatIsToHitGoesIn() throws {
    let motion = try play(Aim(.thing("hoop")), [hoop, ball()])
    #expect(motion.unreached.isEmpty)
    #expect(goesIn(motion))
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func aShotThatIsToMissMeetsTheHoopAndDoesNotGoIn(seed: UInt64) throws {
    let motion = try play(Aim(.thing("hoop"), .misses), [hoop, ball()], seed: seed)
    #expect(motion.unreached.isEmpty)
    #expect(!goesIn(motion))
    #expect(!motion.hits("ball", "hoop").isEmpty)
  }

  @Test func aShotThatIsToFallShortFallsShort() throws {
    let motion = try play(Aim(.thing("hoop"), .short), [hoop, ball()])
    #expect(motion.unreached.isEmpty)
    let landing = try #require(motion.hits("ball", "ground").first)
    #expect(landing.place.x > 1 && landing.place.x < 4.2)
  }

  @Test func aShotThatIsToGoOverGoesOver() throws {
    let motion = try play(Aim(.thing("hoop"), .over), [hoop, ball()])
    #expect(motion.unreached.isEmpty)
    let above = motion.places().first { $0.x > 4.5 }?.y ?? 0
    #expect(above > 3.5)
  }

  @Test(arguments: [7.0, 9, 14])
  func aGivenSpeedIsKept(speed: Double) throws {
    let target = Thing.box("can", Vector(0.2, 0.3, 0.2), at: Vector(4, 0.15, 0))
    let motion = try play(Aim(.thing("can"), speed: speed), [target, ball(0.05)])
    #expect(near(motion.velocity(at: 0.51).length, speed, 0.02))
    #expect(!motion.hits("ball", "can").isEmpty)
  }

  @Test func whatASpeedCannotReachIsSaid() throws {
    let target = Thing.box("can", Vector(0.2, 0.3, 0.2), at: Vector(30, 0.15, 0))
    let motion = try play(Aim(.thing("can"), speed: 4), [target, ball(0.05)])
    #expect(motion.unreached.map(\.thing) == ["ball"])
  }

  @Test func aThrowIsCorrectedForTheWind() throws {
    let target = Thing.box("can", Vector(0.2, 0.3, 0.2), at: Vector(5, 0.15, 0))
    let weather = Weather(wind: Vector(0, 0, 6), gusts: 0)
    let motion = try play(Aim(.thing("can")), [target, ball(0.1)], weather: weather)
    #expect(motion.unreached.isEmpty)
    #expect(!motion.hits("ball", "can").isEmpty)
  }

  @Test func aPlaceIsReached() throws {
    let motion = try play(Aim(.place(Vector(3, 2.5, 1))), [ball(0.1)])
    #expect(motion.places().contains { ($0 - Vector(3, 2.5, 1)).length < 0.1 })
  }
}
