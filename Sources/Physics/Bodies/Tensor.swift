internal import World

/// A symmetric matrix of three rows: how a body resists turning about any axis.
struct Tensor: Equatable {
  /// xx, yy, zz and yz, xz, xy.
  var diagonal = Vector.zero
  var rest = Vector.zero

  init(diagonal: Vector = .zero, rest: Vector = .zero) {
    self.diagonal = diagonal
    self.rest = rest
  }

  /// v vᵀ.
  static func product(_ v: Vector) -> Tensor { Tensor(diagonal: v * v, rest: Vector(v.y * v.z, v.x * v.z, v.x * v.y)) }

  /// Of a mass at a distance from the axes (Steiner).
  static func point(_ mass: Double, at place: Vector) -> Tensor {
    Tensor(diagonal: Vector(repeating: place.dot(place) * mass)) + product(place) * -mass
  }

  var trace: Double { diagonal.sum() }

  static func + (a: Tensor, b: Tensor) -> Tensor { Tensor(diagonal: a.diagonal + b.diagonal, rest: a.rest + b.rest) }
  static func += (a: inout Tensor, b: Tensor) { a = a + b }
  static func * (a: Tensor, factor: Double) -> Tensor { Tensor(diagonal: a.diagonal * factor, rest: a.rest * factor) }

  func callAsFunction(_ v: Vector) -> Vector {
    diagonal * v + Vector(rest.z * v.y + rest.y * v.z, rest.z * v.x + rest.x * v.z, rest.y * v.x + rest.x * v.y)
  }

  /// The same in axes that a turn takes to the present ones.
  func turned(by rotation: Rotation) -> Tensor {
    let back = rotation.inverse
    let rows = [Vector(1, 0, 0), Vector(0, 1, 0), Vector(0, 0, 1)].map { rotation(self(back($0))) }
    return Tensor(
      diagonal: Vector(rows[0].x, rows[1].y, rows[2].z), rest: Vector(rows[1].z, rows[0].z, rows[0].y))
  }

  /// The turn to axes in which only the diagonal is left, and that diagonal: Jacobi's rotations.
  var principal: (axes: Rotation, moments: Vector) {
    var (axes, left) = (Rotation.none, self)
    for _ in 0..<24 {
      let size = Vector(abs(left.rest.x), abs(left.rest.y), abs(left.rest.z))
      // What is this small is rounding; a box keeps its own axes.
      guard size.max() > 1e-9 * left.trace else { break }
      let axis = size.max() == size.z ? 2 : size.max() == size.y ? 1 : 0
      let turn = left.turn(clearing: axis)
      axes = axes * turn
      left = turned(by: axes.inverse)
    }
    return (axes, left.diagonal)
  }

  /// The turn about an axis after which the two others have nothing in common.
  private func turn(clearing axis: Int) -> Rotation {
    let (p, q) = [(1, 2), (2, 0), (0, 1)][axis]
    let slope = (diagonal[q] - diagonal[p]) / (2 * rest[axis])
    // tan θ of the smaller of both turns that do.
    let tangent = (slope < 0 ? -1 : 1) / (abs(slope) + (slope * slope + 1).squareRoot())
    let cosine = 1 / (tangent * tangent + 1).squareRoot()
    let half = ((1 + cosine) / 2).squareRoot()
    var quaternion = SIMD4(0, 0, 0, half)
    quaternion[axis] = -tangent * cosine / (2 * half)
    return Rotation(quaternion: quaternion)
  }
}
