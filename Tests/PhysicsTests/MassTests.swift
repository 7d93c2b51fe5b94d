import Claims
import Media
import Testing
import World

@testable import Physics

@Suite struct MassTests {
  /// A closed mesh of a box, to compare with the formula.
  private func mesh(_ size: Vector, at place: Vector) -> Mesh {
    let corners = (0..<8).map { n in
      SIMD3<Float>(place + size / 2 * Vector(n & 1 == 0 ? -1 : 1, n & 2 == 0 ? -1 : 1, n & 4 == 0 ? -1 : 1))
    }
    let sides: [[UInt32]] = [[0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [2, 6, 7, 3], [0, 4, 6, 2], [1, 3, 7, 5]]
    return Mesh(
      vertices: corners, triangles: sides.flatMap { [SIMD3($0[0], $0[1], $0[2]), SIMD3($0[0], $0[2], $0[3])] })
  }

  @Test func aMeshWeighsWhatItsSolidDoes() {
    let (size, place) = (Vector(0.5, 1, 2), Vector(3, -1, 0.5))
    let one = MassProperties(.mesh(mesh(size, at: place)), density: 700)
    let other = MassProperties(.box(size: size), density: 700)
    #expect(near(one.mass, other.mass, 1e-5))
    #expect((one.center - place).length < 1e-5)
    #expect((one.inertia.diagonal - other.inertia.diagonal).length < 1e-3 * other.inertia.trace)
  }

  @Test func twoHalvesAreAWhole() {
    let half = MassProperties(.box(size: Vector(1, 1, 1)), density: 500)
    let both = MassProperties.sum([half.placed(at: Pose(Vector(-0.5, 0, 0))), half.placed(at: Pose(Vector(0.5, 0, 0)))])
    let whole = MassProperties(.box(size: Vector(2, 1, 1)), density: 500)
    #expect(near(both.mass, whole.mass, 1e-12))
    #expect((both.inertia.diagonal - whole.inertia.diagonal).length < 1e-9)
  }

  @Test func principalAxesClearAllButTheDiagonal() throws {
    try always { draws in
      let moments = Vector(draws.real(0.5...3), draws.real(0.5...3), draws.real(0.5...3))
      let axis = Vector(draws.real(-1...1), draws.real(-1...1), draws.real(0.1...1))
      return (moments, Rotation(about: axis, by: draws.real(-3...3)))
    } holds: { moments, turn in
      let tensor = Tensor(diagonal: moments).turned(by: turn)
      let principal = tensor.principal
      let back = Tensor(diagonal: principal.moments).turned(by: principal.axes)
      return (back.diagonal - tensor.diagonal).length < 1e-6 && (back.rest - tensor.rest).length < 1e-6
    }
  }
}
