/// All that can be seen in a scene, before anything moves.
package struct Stage: Hashable, Sendable {
  /// Every part that has a pose of its own, of things, figures and ropes. Its place in this list is its number.
  package var props: [Prop]
  /// What bends: cloth, jelly, and the surface of water where it is disturbed.
  package var skins: [Skin]

  package init(props: [Prop] = [], skins: [Skin] = []) {
    self.props = props
    self.skins = skins
  }

  package struct Prop: Hashable, Sendable {
    /// The thing or figure it belongs to.
    package var owner: String
    package var solid: Solid
    package var surface: Surface
    /// Where patterns have their origin, in the prop's own space.
    package var pose: Pose

    package init(owner: String, solid: Solid, surface: Surface, pose: Pose = .origin) {
      self.owner = owner
      self.solid = solid
      self.surface = surface
      self.pose = pose
    }
  }

  package struct Skin: Hashable, Sendable {
    package var owner: String
    package var surface: Surface
    /// Of the vertices that each instant gives.
    package var triangles: [SIMD3<UInt32>]

    package init(owner: String, surface: Surface, triangles: [SIMD3<UInt32>]) {
      self.owner = owner
      self.surface = surface
      self.triangles = triangles
    }
  }
}
