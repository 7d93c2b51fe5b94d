import CRays
import Media
import Testing
import World

@testable import Rays

/// What light does, against the laws of optics.
struct OpticsTests {
  let size = Size(width: 96, height: 72)
  let scale = 72.0

  @Test func aMirrorShowsAThingAsFarBehindAsItIsBefore() throws {
    var set = TestSet()
    let mirror = Surface(.white, roughness: 0, metal: 1)
    set.add("mirror", .box(size: Vector(20, 20, 0.2)), mirror, at: Pose(Vector(0, 0, -3.1)))
    // Beside the camera and behind its picture: it is seen only in the mirror, 5.5 m away.
    set.add("lamp", .sphere(radius: 0.3), at: Pose(Vector(1, 0.5, -0.5)))
    let middle = try set.frame(size).middleOfBright(220)
    #expect(abs(middle.x - scale * 1 / 5.5) < 0.7)
    #expect(abs(middle.y + scale * 0.5 / 5.5) < 0.7)
  }

  @Test func aTiltedPaneShiftsWhatIsBehindItBySnellsLaw() throws {
    var set = TestSet()
    let size = Size(width: 192, height: 144), scale = 144.0
    let glass = Surface(.white, roughness: 0, clarity: 1, refraction: 1.5)
    set.add("lamp", .sphere(radius: 0.15), at: Pose(Vector(0, 0, -4)))
    let straight = try set.frame(size).middleOfBright()
    let tilt = Rotation(about: .up, by: 0.785_398_163_397_448_3)
    set.add("pane", .box(size: Vector(6, 6, 0.2)), glass, at: Pose(Vector(0, 0, -2), tilt))
    let shifted = try set.frame(size).middleOfBright()
    // t · (sin θ − cos θ · sin θ / √(n² − sin² θ)), seen at 4 m.
    let sine = 0.5.squareRoot()
    let shift = 0.2 * (sine - sine * sine / (1.5 * 1.5 - 0.5).squareRoot())
    #expect(abs(abs(shifted.x - straight.x) - scale * shift / 4) < 0.35)
    #expect(abs(shifted.y - straight.y) < 0.3)
  }

  @Test func whatMovesIsDrawnOutByItsWay() throws {
    var set = TestSet()
    set.add("lamp", .sphere(radius: 0.2), at: Pose(Vector(-0.5, 0, -4)), then: Pose(Vector(0.5, 0, -4)))
    let columns = Set(try set.frame(size, .standard).bright(24).map(\.x))
    let wanted = scale * (1 + 2 * 0.2) / 4
    #expect(abs(Double(columns.count) - wanted) <= 2.5)
  }

  @Test func aPointOutOfFocusIsACircleOfTheLensesMeasure() throws {
    // Sharp at 2 m; the circle has the diameter aperture · |d − f| / f at the distance d.
    var set = TestSet(away: 2, aperture: 0.4)
    set.add("lamp", .sphere(radius: 0.15), Surface(.white, glow: 10), at: Pose(Vector(0, 0, -6)))
    let columns = Set(try set.frame(size, .fine).bright(24).map(\.x))
    let wanted = scale * (0.4 * (6 - 2) / 2 + 0.3) / 6
    #expect(abs(Double(columns.count) - wanted) <= 2.5)
  }

  @Test func aShadowFallsWhereTheSunsHeightSays() throws {
    // From above, with a ball 2 m over the ground and the sun at 45 degrees from the right.
    var set = TestSet(.desert, light: Lighting(elevation: 0.785_398, azimuth: 1.570_796))
    set.scene.shots = [Shot(from: Shot.View(eye: Vector(0, 12, 0.01), target: .zero), angle: 2 * 0.463_647_609)]
    set.add("ball", .sphere(radius: 0.4), Surface(.white), at: Pose(Vector(0, 2, 0)))
    let frame = try set.frame(size)
    let ground = frame.green(20, 10)
    let dark = (0..<72).flatMap { y in
      (0..<96).filter { frame.green($0, y) < ground * 7 / 10 && $0 < 42 }.map { ($0, y) }
    }
    let middle = dark.reduce(0) { $0 + Double($1.0) + 0.5 } / Double(max(dark.count, 1)) - 48
    #expect(!dark.isEmpty)
    #expect(abs(middle - scale * -2 / 12) < 1)
  }

  @Test func fresnelsReflectionOfGlassIsFourPercentStraightOnAndAllAtAGrazingAngle() {
    #expect(abs(crays_fresnel(1, 1 / 1.5) - 0.04) < 1e-5)
    #expect(crays_fresnel(1e-4, 1 / 1.5) > 0.99)
    // At Brewster's angle only half of the light is left: (n² − 1)² / 2 (n² + 1)².
    let brewster = Float(1 / (1 + 1.5 * 1.5).squareRoot())
    #expect(abs(crays_fresnel(brewster, 1 / 1.5) - 0.5 * 1.25 * 1.25 / (3.25 * 3.25)) < 1e-5)
    // Out of glass, beyond the angle whose sine is 1 / n, nothing passes.
    #expect(crays_fresnel(0.7, 1.5) == 1)
  }

  @Test func theSkyIsBlueAboveAndRedWhereTheSunGoesDown() throws {
    let noon = try TestSet(.desert, light: Lighting(elevation: 0.9)).tracer(size)
    let zenith = crays_sky(noon.world, CRVector(x: 0, y: 1, z: 0))
    #expect(zenith.z > 1.8 * zenith.x)
    let evening = try TestSet(.desert, light: Lighting(elevation: 0.03, azimuth: 0)).tracer(size)
    let west = crays_sky(evening.world, CRVector(x: 0, y: 0.03, z: 1))
    #expect(west.x > 1.8 * west.z)
  }

  @Test func aWhiteBallInEvenLightIsAsBrightAsItsSurroundings() throws {
    // Clouds all over, and ground that is as white as the ball: from above, only contact shows it.
    var set = TestSet(.desert, light: Lighting(elevation: 1.5))
    set.scene.weather.clouds = 1
    set.scene.shots = [Shot(from: Shot.View(eye: Vector(0, 60, 0.01), target: .zero), angle: 0.1)]
    set.add("ball", .sphere(radius: 0.5), Surface(.white, roughness: 1), at: Pose(Vector(0, 20, 0)))
    let frame = try set.frame(size, .standard)
    #expect(abs(frame.green(48, 36) - frame.green(8, 8)) < 14)
  }
}
