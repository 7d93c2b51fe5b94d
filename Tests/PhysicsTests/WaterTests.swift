import Media
import Testing
import World

@testable import Physics

/// Archimedes.
@Suite struct WaterTests {
  private let calm = Water(level: 0, depth: 3, waves: .zero)

  @Test(arguments: [0.3, 0.5, 0.9])
  func aBoxFloatsAsDeepAsItsDensity(ratio: Double) throws {
    let box = Thing.box("box", Vector(0.4, 0.2, 0.4), at: Vector(0, 0.15, 0), .of(density: 1000 * ratio))
    let motion = try Scene.of([box], seconds: 10, water: calm).play()
    let depth = 0.1 - motion.place("box", at: 10).y
    #expect(near(depth / 0.2, ratio, 0.02))
  }

  @Test(arguments: [0.25, 0.5, 0.7])
  func aBallDisplacesItsWeight(ratio: Double) throws {
    let motion = try Scene.of([.ball(at: Vector(0, 0.2, 0), .of(density: 1000 * ratio))], seconds: 10, water: calm)
      .play()
    // A cap of depth h: π h² (3 r − h) / 3.
    let depth = 0.1 - motion.place(at: 10).y
    let volume = Double.pi * depth * depth * (0.3 - depth) / 3
    #expect(near(volume / (4 / 3 * .pi * 0.001), ratio, 0.02))
  }

  @Test func saltWaterCarriesHigher() throws {
    let box = Thing.box("box", Vector(0.4, 0.2, 0.4), at: Vector(0, 0.1, 0), .of(density: 600))
    let dead = Water(level: 0, depth: 3, density: 1240, waves: .zero)
    let motion = try Scene.of([box], seconds: 10, water: dead).play()
    #expect(near((0.1 - motion.place("box", at: 10).y) / 0.2, 600 / 1240, 0.02))
  }

  @Test func aStoneSinksToTheBottomAndACorkComesUp() throws {
    let motion = try Scene.of(
      [
        .ball("stone", at: Vector(0, 0.5, 0), .of(density: 2600)),
        .ball("cork", at: Vector(1, -2, 0), .of(density: 240)),
      ],
      seconds: 8, water: calm
    ).play()
    #expect(abs(motion.place("stone", at: 8).y + 2.9) < 0.01)
    #expect(motion.place("cork", at: 8).y > 0)
    #expect(motion.contacts.contains { $0.kind == .splash && $0.first == "stone" && $0.second == "water" })
  }

  @Test func whatFallsInThrowsDropsAndRings() throws {
    let motion = try Scene.of([.ball(at: Vector(0, 2, 0))], seconds: 2, water: calm).play()
    let splash = motion.contacts.first { $0.kind == .splash }
    let time = try #require(splash?.time)
    // It touches the water after √(2 h / g).
    #expect(near(time.seconds, (2 * 1.9 / 9.81).squareRoot(), 0.02))
    #expect(motion.instant(at: time - .at(0.05)).drops.isEmpty)
    #expect(!motion.instant(at: time + .at(0.1)).drops.isEmpty)
    #expect(!motion.instant(at: time + .at(0.1)).ripples.isEmpty)
  }

  @Test func aBasinHasBanks() throws {
    let pool = Water(level: -0.2, halfSize: SIMD2(2, 2), depth: 1.5, waves: .zero)
    let motion = try Scene.of(
      [.ball("in", at: Vector(0, 1, 0), .of(density: 3000)), .ball("out", at: Vector(5, 1, 0), .of(density: 3000))],
      seconds: 6, water: pool
    ).play()
    #expect(abs(motion.place("in", at: 6).y - (0.1 - 1.7)) < 0.01)
    #expect(abs(motion.place("out", at: 6).y - 0.1) < 0.01)
  }

  @Test func partsUnderWaterAddUp() {
    for solid in [
      Solid.sphere(radius: 0.3), .box(size: Vector(1, 2, 3)), .cylinder(radius: 0.4, height: 2),
      .capsule(radius: 0.2, height: 1), .cone(radius: 0.5, height: 1), .ring(radius: 1, tube: 0.2),
    ] {
      let (whole, turn) = (MassProperties(solid, density: 1).volume, Rotation(about: Vector(1, 2, 3), by: 0.7))
      let cut = Tetrahedra(solid)
      #expect(near(cut.submerged(at: .origin, under: 10).volume, whole, 1e-9))
      #expect(cut.submerged(at: .origin, under: -10).volume == 0)
      if case .cone = solid { continue }
      // What is the same upside down is cut in half by its middle.
      #expect(near(cut.submerged(at: Pose(.zero, turn), under: 0).volume, whole / 2, 1e-9))
    }
  }

  @Test func windCarriesALeafAndNotAStone() throws {
    let leaf = Thing.box("leaf", Vector(0.1, 0.005, 0.1), at: Vector(0, 2, 0), .of(density: 100))
    let stone = Thing.ball("stone", at: Vector(0, 2, 3), .of(density: 2600))
    let motion = try Scene.of([leaf, stone], seconds: 0.5, weather: Weather(wind: Vector(8, 0, 0))).play()
    #expect(motion.place("leaf", at: 0.5).x > 0.5)
    #expect(motion.place("stone", at: 0.5).x < 0.03)
  }
}
