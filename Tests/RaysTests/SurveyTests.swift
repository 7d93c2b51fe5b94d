import Media
import Testing
import World

@testable import Rays

/// What is where, against closed forms.
struct SurveyTests {
  let size = Size(width: 160, height: 120)
  /// Pixels to a unit at distance 1.
  let scale = 120.0

  @Test func aSphereCoversTheDiscThatItsTangentsMake() throws {
    var set = TestSet()
    set.add("ball", .sphere(radius: 1), at: Pose(Vector(0, 0, -4)))
    let seen = try set.survey(size).segmentation
    let covered = (0..<120).reduce(0) { sum, y in sum + (0..<160).count { seen.codes($0, y) != [0, 0, 0] } }
    // The tangent's angle has the sine r / d.
    let radius = scale * 1 / (16.0 - 1).squareRoot()
    #expect(abs(Double(covered) - 3.14159 * radius * radius) < 0.012 * Double(covered))
  }

  @Test(arguments: [2.5, 7.0, 40.0])
  func depthIsTheDistanceAlongTheAxis(distance: Double) throws {
    var set = TestSet()
    set.add("wall", .box(size: Vector(100, 100, 1)), at: Pose(Vector(0, 0, -distance - 0.5)))
    let depth = try set.survey(size).depth
    // Also in the corners, where the ray itself is longer.
    for (x, y) in [(80, 60), (0, 0), (159, 119)] {
      #expect(abs(Double(depth.codes(x, y)[0]) - 65535 / (1 + distance)) <= 1)
    }
  }

  @Test func normalsAreThoseOfTheFaceThatIsSeen() throws {
    var set = TestSet()
    let turn = Rotation(about: .up, by: 0.5)
    set.add("box", .box(size: Vector(2, 2, 2)), at: Pose(Vector(0, 0, -4), turn))
    let normal = turn(Vector(0, 0, 1))
    let codes = try set.survey(size).normals.codes(80, 60)
    for (code, wanted) in zip(codes, [normal.x, normal.y, normal.z]) {
      #expect(abs(Double(code) - (wanted + 1) * 32767.5) < 8)
    }
  }

  @Test func motionIsTheWayOnThePictureWhileTheShutterIsOpen() throws {
    var set = TestSet()
    set.add("ball", .sphere(radius: 0.5), at: Pose(Vector(-0.1, 0.05, -4)), then: Pose(Vector(0.1, -0.05, -4)))
    let codes = try set.survey(size).motion.codes(80, 60)
    // The nearest place of the ball is 3.5 m away.
    #expect(abs(Double(codes[0]) - (32768 + 64 * 0.2 * scale / 3.5)) < 8)
    #expect(abs(Double(codes[1]) - (32768 + 64 * 0.1 * scale / 3.5)) < 8)
  }

  @Test func anOwnersColourIsThatOfItsName() throws {
    var set = TestSet()
    set.add("first", .sphere(radius: 0.5), at: Pose(Vector(-0.8, 0, -4)))
    set.add("ball", .sphere(radius: 0.5), at: Pose(Vector(0.8, 0, -4)))
    let color = Survey.color(of: "ball")
    let codes = try set.survey(size).segmentation.codes(80 + 24, 60)
    #expect(codes == [Int(color.x), Int(color.y), Int(color.z)])
  }

  @Test(arguments: [
    Solid.sphere(radius: 1), .box(size: Vector(2, 2, 2)), .cylinder(radius: 1, height: 2),
    .capsule(radius: 1, height: 1e-3), .ring(radius: 0.7, tube: 0.3),
  ])
  func solidsEndWhereTheirMeasuresSay(solid: Solid) throws {
    var set = TestSet()
    set.add("solid", solid, at: Pose(Vector(0, 0, -10), Rotation(about: Vector(1, 0, 0), by: 1.570_796_326_794_896_6)))
    let seen = try set.survey(size).segmentation
    let columns = (0..<160).filter { x in (0..<120).contains { seen.codes(x, $0) != [0, 0, 0] } }
    let width = Double(columns.count) / scale
    // Its outline is 2 m wide, between the distances of its front and of its back.
    #expect(width > 2 / 10.9 - 0.02 && width < 2 / 9.0 + 0.02)
  }

  @Test func aMeshIsSeenWhereItsTrianglesAre() throws {
    var set = TestSet()
    let mesh = Mesh(vertices: [SIMD3(-1, -1, 0), SIMD3(1, -1, 0), SIMD3(-1, 1, 0)], triangles: [SIMD3(0, 1, 2)])
    set.add("sail", .mesh(mesh), at: Pose(Vector(0, 0, -4)))
    let seen = try set.survey(size).segmentation
    #expect(seen.codes(80 - 10, 60 + 10) != [0, 0, 0])
    #expect(seen.codes(80 + 10, 60 - 10) == [0, 0, 0])
  }
}
