/// Where something is and how it is turned.
package struct Pose: Hashable, Sendable {
  package var position: Vector
  package var rotation: Rotation

  package static let origin = Pose()

  package init(_ position: Vector = .zero, _ rotation: Rotation = .none) {
    self.position = position
    self.rotation = rotation
  }

  /// A point of the thing's own space, in the world.
  package func callAsFunction(_ point: Vector) -> Vector { rotation(point) + position }

  /// A pose in the space of another, in that one's surroundings.
  package static func * (outer: Pose, inner: Pose) -> Pose {
    Pose(outer(inner.position), outer.rotation * inner.rotation)
  }

  package var inverse: Pose {
    let turn = rotation.inverse
    return Pose(-turn(position), turn)
  }

  package func mixed(with other: Pose, _ fraction: Double) -> Pose {
    Pose(position + (other.position - position) * fraction, rotation.mixed(with: other.rotation, fraction))
  }
}
