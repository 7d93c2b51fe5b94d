import Media
import Testing
import World

@testable import Physics

@Suite struct SoftTests {
  private func cloth(held: Set<Int>, at place: Vector = Vector(0, 2, 0), flat: Bool = false) -> Sheet {
    let turn = flat ? Rotation(about: Vector(1, 0, 0), by: -.pi / 2) : .none
    return Sheet(
      "cloth", .cloth(width: 1, height: 1), at: Pose(place, turn), of: .of(friction: 0.5), mass: 0.3, held: held)
  }

  private func heights(_ motion: Motion, at seconds: Double) -> [Double] {
    motion.instant(at: .at(seconds)).skins[0].map { Double($0.y) }
  }

  @Test func aHeldClothHangsFromItsCorners() throws {
    let motion = try Scene.of([], seconds: 2, sheets: [cloth(held: [2, 3])]).play()
    let heights = heights(motion, at: 2)
    #expect(near(heights.max() ?? 0, 2.5, 0.01))
    // It does not stretch.
    #expect((heights.min() ?? 0) > 1.4 && (heights.min() ?? 0) < 1.55)
  }

  @Test func aLooseClothFallsAndLiesOnTheGround() throws {
    let motion = try Scene.of([], seconds: 2, sheets: [cloth(held: [], at: Vector(0, 1, 0), flat: true)]).play()
    #expect(heights(motion, at: 2).allSatisfy { $0 > 0 && $0 < 0.05 })
  }

  @Test func aClothLiesOverABall() throws {
    let ball = Thing("ball", [Part(.sphere(radius: 0.3), of: .of())], at: Pose(Vector(0, 0.5, 0)), motion: .fixed)
    let motion = try Scene.of([ball], seconds: 2, sheets: [cloth(held: [], at: Vector(0, 1, 0), flat: true)]).play()
    let skin = motion.instant(at: .at(2)).skins[0].map(Vector.init)
    #expect(skin.allSatisfy { ($0 - Vector(0, 0.5, 0)).length > 0.295 })
    #expect(skin.contains { $0.y > 0.79 })
  }

  @Test func aHeldClothCatchesABall() throws {
    let ball = Thing.ball("ball", 0.12, at: Vector(0, 1.6, 0), .of(density: 60))
    let motion = try Scene.of([ball], seconds: 3, sheets: [cloth(held: [0, 1, 2, 3], at: Vector(0, 1, 0), flat: true)])
      .play()
    #expect(motion.places().allSatisfy { $0.y > 0.4 })
  }

  @Test(arguments: [(0.1, 0.75), (0.9, 0.93)])
  func aJellyGivesAsSoftAsItIs(stiffness: Double, least: Double) throws {
    let jelly = Sheet(
      "jelly", .jelly(size: Vector(0.3, 0.3, 0.3), stiffness: stiffness), at: Pose(Vector(0, 0.4, 0)), of: .of(),
      mass: 5)
    let motion = try Scene.of([], seconds: 2, sheets: [jelly]).play()
    let end = heights(motion, at: 2)
    let height = (end.max() ?? 0) - (end.min() ?? 0)
    #expect(height > 0.3 * least && height < 0.305)
    #expect((end.min() ?? 0) > 0)
  }

  @Test func aBallLiesOnAJelly() throws {
    let jelly = Sheet(
      "jelly", .jelly(size: Vector(0.6, 0.3, 0.6), stiffness: 0.6), at: Pose(Vector(0, 0.16, 0)), of: .of(), mass: 60)
    let motion = try Scene.of([.ball(at: Vector(0, 0.6, 0), .of(density: 500))], seconds: 2, sheets: [jelly]).play()
    #expect(motion.place(at: 2).y > 0.3)
  }
}
