internal import Media

/// A turn in space: a unit quaternion.
package struct Rotation: Hashable, Sendable {
  /// The vector part in x, y, z; the scalar part in w.
  package var quaternion: SIMD4<Double>

  package static let none = Rotation(quaternion: SIMD4(0, 0, 0, 1))

  /// - Parameter quaternion: Of length 1.
  package init(quaternion: SIMD4<Double>) { self.quaternion = quaternion }

  /// A turn about an axis through `angle` radians, counter-clockwise for who looks against the axis.
  package init(about axis: Vector, by angle: Double) {
    let axis = axis.normalized * Elementary.sin(angle / 2)
    quaternion = SIMD4(axis.x, axis.y, axis.z, Elementary.cos(angle / 2))
  }

  private var vector: Vector { Vector(quaternion.x, quaternion.y, quaternion.z) }

  package var inverse: Rotation { Rotation(quaternion: quaternion * SIMD4(-1, -1, -1, 1)) }

  /// First `b`, then `a`.
  package static func * (a: Rotation, b: Rotation) -> Rotation {
    let (u, v) = (a.vector, b.vector)
    let (s, t) = (a.quaternion.w, b.quaternion.w)
    let vector = v * s + u * t + u.cross(v)
    return Rotation(quaternion: SIMD4(vector.x, vector.y, vector.z, s * t - u.dot(v)))
  }

  package func callAsFunction(_ point: Vector) -> Vector {
    let twice = vector.cross(point) * 2
    return point + twice * quaternion.w + vector.cross(twice)
  }

  /// The turn that lies at `fraction` of the short way to another: a chord of the arc, which for small steps is the arc.
  package func mixed(with other: Rotation, _ fraction: Double) -> Rotation {
    let target = (quaternion * other.quaternion).sum() < 0 ? -other.quaternion : other.quaternion
    let chord = quaternion + (target - quaternion) * fraction
    let length = (chord * chord).sum().squareRoot()
    return length > 0 ? Rotation(quaternion: chord / length) : self
  }
}
