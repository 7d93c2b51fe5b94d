import Media
import Testing
import World

@testable import Physics

/// Against the formulas of any textbook of mechanics.
@Suite struct FallTests {
  @Test func aFallIsHalfGTimesTimeSquared() throws {
    let motion = try Scene.of([.ball(at: Vector(0, 20, 0))]).play()
    for time in [0.1, 0.5, 1.0, 1.7] {
      #expect(near(20 - motion.place(at: time).y, 9.81 / 2 * time * time, 1e-9))
    }
  }

  @Test func aThrowIsAParabola() throws {
    let start = Vector(4, 7, -2)
    let motion = try Scene.of([.ball(at: Vector(0, 2, 0), velocity: start)], seconds: 1.5).play()
    for time in [0.2, 0.7, 1.4] {
      let wanted = Vector(0, 2, 0) + start * time + Vector(0, -9.81, 0) * (time * time / 2)
      #expect((motion.place(at: time) - wanted).length < 1e-9)
    }
  }

  @Test(arguments: [1.0, 0.9, 0.7, 0.5])
  func aBallBouncesToTheSquareOfItsRestitution(restitution: Double) throws {
    let ball = Thing.ball(at: Vector(0, 1.6, 0), .of(restitution: restitution))
    let heights = try Scene.of([ball], seconds: 3).play().places().map { $0.y - 0.1 }
    var (wanted, peaks) = (1.5, tops(heights))
    #expect(peaks.count >= 2)
    for _ in 0..<2 {
      wanted *= restitution * restitution
      #expect(near(peaks.removeFirst(), wanted, 0.005))
    }
  }

  @Test(arguments: [
    Solid.box(size: Vector(0.3, 0.2, 0.4)), .cylinder(radius: 0.2, height: 0.3), .ring(radius: 0.3, tube: 0.05),
  ])
  func whatLandsFlatBouncesFlat(solid: Solid) throws {
    let thing = Thing("ball", [Part(solid, of: .of(restitution: 0.6))], at: Pose(Vector(0, 1.15, 0)))
    let motion = try Scene.of([thing], seconds: 1.2).play()
    let low = motion.places().map(\.y).min() ?? 0
    let top = tops(motion.places().map { $0.y - low })
    #expect(near(top.first ?? 0, (1.15 - low) * 0.36, 0.03))
    let turn = motion.pose("ball", at: 1.2)?.rotation.quaternion.w ?? 0
    #expect(abs(turn) > 0.9999)
  }

  private func tops(_ heights: [Double]) -> [Double] {
    heights.indices.dropFirst().dropLast().filter {
      heights[$0] > heights[$0 - 1] && heights[$0] >= heights[$0 + 1]
    }.map { heights[$0] }
  }

  @Test func twoBallsExchangeTheirSpeeds() throws {
    let glass = Material.of(restitution: 1)
    let motion = try Scene.of(
      [
        .ball("one", at: Vector(-1, 1, 0), velocity: Vector(3, 0, 0), glass),
        .ball("two", at: Vector(0.5, 1, 0), velocity: Vector(-1, 0, 0), glass),
      ], seconds: 1, gravity: .zero
    ).play()
    #expect(near(motion.velocity("one", at: 0.9).x, -1, 1e-6))
    #expect(near(motion.velocity("two", at: 0.9).x, 3, 1e-6))
  }

  @Test func aHeavyBallGoesOnAfterALightOne() throws {
    // v₁ = (m₁ − m₂) / (m₁ + m₂) v, v₂ = 2 m₁ / (m₁ + m₂) v; of 1 : 8 by radius.
    let glass = Material.of(restitution: 1)
    let motion = try Scene.of(
      [
        .ball("large", 0.2, at: Vector(-1, 1, 0), velocity: Vector(2, 0, 0), glass),
        .ball("small", 0.1, at: Vector(0, 1, 0), glass),
      ], seconds: 1, gravity: .zero
    ).play()
    #expect(near(motion.velocity("large", at: 0.9).x, 2 * 7 / 9, 1e-6))
    #expect(near(motion.velocity("small", at: 0.9).x, 2 * 16 / 9, 1e-6))
  }

  @Test func aGlancingBlowKeepsMomentumAndEnergy() throws {
    let ice = Material.of(friction: 0, restitution: 1)
    let motion = try Scene.of(
      [
        .ball("one", at: Vector(-1, 1, 0.08), velocity: Vector(3, 0, 0), ice), .ball("two", at: Vector(0, 1, 0), ice),
      ], seconds: 1, gravity: .zero
    ).play()
    let (one, two) = (motion.velocity("one", at: 0.9), motion.velocity("two", at: 0.9))
    #expect((one + two - Vector(3, 0, 0)).length < 1e-6)
    #expect(near(one.dot(one) + two.dot(two), 9, 1e-6))
    // Equal masses part at a right angle.
    #expect(abs(one.dot(two)) < 0.01)
  }
}
