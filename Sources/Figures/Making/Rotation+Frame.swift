internal import Media
internal import World

extension Rotation {
  /// About the upright, then forward about the left-hand axis, then to the right side about the axis that looks ahead.
  init(yaw: Double, pitch: Double, roll: Double) {
    self =
      Rotation(about: .up, by: yaw) * Rotation(about: Vector(1, 0, 0), by: pitch)
      * Rotation(about: Vector(0, 0, 1), by: roll)
  }

  /// The turn of a bone that hangs down from its joint in a direction, with its left-hand side as near as can be to `left`.
  init(hanging direction: Vector, left: Vector) {
    let y = -direction.normalized
    var x = left - y * left.dot(y)
    // Along the bone there is no left; any side is as good.
    if x.dot(x) < 1e-12 { x = abs(y.x) < 0.9 ? Vector(1, 0, 0) - y * y.x : Vector(0, 0, 1) - y * y.z }
    x = x.normalized
    self.init(x, y, x.cross(y))
  }

  /// The turn that takes the axes to these: unit vectors, at right angles, right-handed.
  ///
  /// Shepperd's way ("Quaternion from rotation matrix", 1978): the greatest of the four squares has no cancellation.
  init(_ x: Vector, _ y: Vector, _ z: Vector) {
    let squares = SIMD4(
      1 + x.x - y.y - z.z, 1 - x.x + y.y - z.z, 1 - x.x - y.y + z.z, 1 + x.x + y.y + z.z)
    let most = squares.max()
    let sums = (x.y + y.x, x.z + z.x, y.z + z.y)
    let gaps = (y.z - z.y, z.x - x.z, x.y - y.x)
    let q =
      most == squares.w
      ? SIMD4(gaps.0, gaps.1, gaps.2, most)
      : most == squares.x
        ? SIMD4(most, sums.0, sums.1, gaps.0)
        : most == squares.y ? SIMD4(sums.0, most, sums.2, gaps.1) : SIMD4(sums.1, sums.2, most, gaps.2)
    self.init(quaternion: q / (q * q).sum().squareRoot())
  }
}
