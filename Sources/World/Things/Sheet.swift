/// Something soft: a cloth, or a block of jelly.
package struct Sheet: Hashable, Sendable {
  package var name: String
  package var kind: Kind
  package var pose: Pose
  package var material: Material
  /// In kg.
  package var mass: Double
  /// Corners that are held by the world, of 0 ..< 4, counter-clockwise from the lower left; of a jelly none.
  package var held: Set<Int>

  package init(_ name: String, _ kind: Kind, at pose: Pose, of material: Material, mass: Double, held: Set<Int> = []) {
    self.name = name
    self.kind = kind
    self.pose = pose
    self.material = material
    self.mass = mass
    self.held = held
  }

  package enum Kind: Hashable, Sendable {
    /// In the plane of x and y of its own space.
    case cloth(width: Double, height: Double)
    /// Stiffness from 0 (pudding) to 1 (hard rubber).
    case jelly(size: Vector, stiffness: Double)
  }
}
