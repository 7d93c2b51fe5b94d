/// A piece of a thing: a form at a place, of one material.
package struct Part: Hashable, Sendable {
  package var solid: Solid
  /// In the thing's own space.
  package var pose: Pose
  package var material: Material
  /// Whether other things meet it; a net or a shade may be only seen.
  package var isSolid: Bool

  package init(_ solid: Solid, at pose: Pose = .origin, of material: Material, isSolid: Bool = true) {
    self.solid = solid
    self.pose = pose
    self.material = material
    self.isSolid = isSolid
  }
}
