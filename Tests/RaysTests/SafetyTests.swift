import Claims
import Media
import Testing
import World

@testable import Rays

/// What holds for every scene.
struct SafetyTests {
  @Test func anyNumberOfThreadsGivesTheSameBytes() throws {
    var set = TestSet(.park, height: 1)
    set.scene.weather = Weather(clouds: 0.5, rain: 0.5)
    set.add(
      "ball", .sphere(radius: 0.5), Surface(.white, pattern: .football), at: Pose(Vector(-0.4, 0.5, -4)),
      then: Pose(Vector(0.2, 0.6, -4)))
    set.add(
      "glass", .cylinder(radius: 0.3, height: 1), Surface(.white, roughness: 0, clarity: 1),
      at: Pose(Vector(0.8, 0.5, -3)))
    let size = Size(width: 64, height: 50)
    let one = try set.frame(size, threads: 1).everyByte
    for threads in [2, 3, 7] { #expect(try set.frame(size, threads: threads).everyByte == one) }
  }

  @Test func aFrameDoesNotDependOnThoseBeforeIt() throws {
    var set = TestSet(.lake, height: 1)
    set.scene.water = Water()
    set.add("ball", .sphere(radius: 0.5), at: Pose(Vector(0, 0.2, -4)))
    let tracer = try set.tracer(Size(width: 40, height: 30))
    func bytes(_ seconds: Double) throws -> [UInt8] {
      let instant = Instant(
        poses: set.poses, ripples: [Instant.Ripple(center: SIMD2(0, -4), age: Float(seconds), height: 0.1)])
      return try tracer.frame(of: instant, instant, at: try #require(Time(seconds: seconds)), threads: 1).everyByte
    }
    let first = try bytes(1)
    _ = try bytes(2)
    #expect(try bytes(1) == first)
  }

  @Test func everyPlaceLookPatternAndQualityIsDrawn() throws {
    for (n, place) in Place.allCases.enumerated() {
      var set = TestSet(place, height: 1)
      set.scene.look = Look.allCases[n % Look.allCases.count]
      set.scene.ground.marks = Ground.Marks.allCases[n % Ground.Marks.allCases.count]
      if n % 3 == 0 { set.scene.water = Water(level: -0.2, halfSize: n % 2 == 0 ? nil : SIMD2(3, 3)) }
      for (k, pattern) in Surface.Pattern.allCases.enumerated() where k % 6 == n % 6 {
        set.add(
          "thing \(k)", .sphere(radius: 0.3), Surface(.white, second: .black, pattern: pattern),
          at: Pose(Vector(Double(k % 5) - 2, 0.5, -4)))
      }
      let frame = try set.frame(Size(width: 24, height: 18), n % 5 == 0 ? .standard : .draft)
      #expect(Set(frame.everyByte).count > 4, "\(place) is not empty")
    }
  }

  @Test func noSceneTraps() throws {
    let extremes: [Double] = [0, 1, -1, 0.3, 2.5, 1e-30, 1e9, -1e30, .greatestFiniteMagnitude]
    try always(runs: 25) { (draws: inout Draws) -> TestSet in
      func number() -> Double { draws.one(of: extremes) }
      func vector() -> Vector { Vector(number(), number(), number()) }
      func solid() -> Solid {
        let (a, b) = (number(), number())
        return draws.one(of: [
          .sphere(radius: a), .box(size: vector()), .cylinder(radius: a, height: b), .capsule(radius: a, height: b),
          .cone(radius: a, height: b), .ring(radius: a, tube: b),
          .mesh(Mesh(vertices: [.zero, SIMD3(Float(a), 0, 0), SIMD3(0, 1, 0)], triangles: [SIMD3(0, 1, 2)])),
        ])
      }
      var set = TestSet(draws.one(of: Place.allCases))
      set.scene.look = draws.one(of: Look.allCases)
      set.scene.light = Lighting(
        elevation: number(), azimuth: number(), sky: number(),
        lamps: [.init(at: vector(), strength: number(), radius: number())])
      set.scene.weather = Weather(clouds: number(), rain: number(), snow: number(), fog: number(), wind: vector())
      set.scene.water = Water(
        level: number(), halfSize: SIMD2(number(), number()), depth: number(), waves: SIMD2(number(), number()))
      set.scene.shots = [
        Shot(
          from: Shot.View(eye: vector(), target: vector()), to: Shot.View(eye: vector(), target: vector()),
          angle: number(), aperture: number(), sway: number())
      ]
      for n in 0..<3 {
        let surface = Surface(
          .white, pattern: draws.one(of: Surface.Pattern.allCases), scale: number(), roughness: number(),
          metal: number(), clarity: number(), refraction: number(), glow: number())
        set.add(
          "thing \(n)", solid(), surface,
          at: Pose(vector(), Rotation(quaternion: SIMD4(number(), number(), number(), number()))), then: Pose(vector()))
      }
      return set
    } holds: { set in
      _ = try set.frame(Size(width: 8, height: 6))
      _ = try set.survey(Size(width: 3, height: 2))
      return true
    }
  }

  @Test func anInstantMaySayLessThanTheStageHas() throws {
    var set = TestSet()
    set.add("ball", .sphere(radius: 1), at: Pose(Vector(0, 0, -4)))
    let tracer = try set.tracer(Size(width: 8, height: 6))
    let empty = Instant(poses: [])
    #expect(try tracer.survey(of: empty, empty, at: .zero).segmentation.codes(4, 3) == [0, 0, 0])
    #expect(tracer.place(of: "ball", in: empty) == nil)
  }

  @Test func theCameraEasesFromTheFirstViewToTheLast() throws {
    var set = TestSet()
    let (from, to) = (
      Shot.View(eye: .zero, target: Vector(0, 0, -1)), Shot.View(eye: Vector(8, 0, 0), target: Vector(8, 0, -1))
    )
    set.scene.duration = Time(ticks: 4, rate: 1)
    set.scene.shots = [Shot(from: from, to: to)]
    let tracer = try set.tracer(Size(width: 8, height: 6))
    func x(_ seconds: Int64) -> Double { tracer.view(at: Time(ticks: seconds, rate: 1), followed: nil).eye.x }
    #expect([x(0), x(2), x(4), x(9)] == [0, 4, 8, 8])
    #expect(x(1) < 2)
  }
}
