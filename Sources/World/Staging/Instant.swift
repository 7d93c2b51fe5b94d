/// Where everything on a stage is at one time.
package struct Instant: Hashable, Sendable {
  /// By prop; nil where it is not there.
  package var poses: [Pose?]
  /// By skin: the vertices in the world's space; none where it is not there.
  package var skins: [[SIMD3<Float>]]
  /// What splashes.
  package var drops: [Drop]
  /// Rings that run over the water.
  package var ripples: [Ripple]

  package init(poses: [Pose?], skins: [[SIMD3<Float>]] = [], drops: [Drop] = [], ripples: [Ripple] = []) {
    self.poses = poses
    self.skins = skins
    self.drops = drops
    self.ripples = ripples
  }

  package struct Drop: Hashable, Sendable {
    package var place: SIMD3<Float>
    package var radius: Float

    package init(at place: SIMD3<Float>, radius: Float) {
      self.place = place
      self.radius = radius
    }
  }

  /// A ring on the water about a place, `age` seconds after what made it.
  package struct Ripple: Hashable, Sendable {
    package var center: SIMD2<Float>
    package var age: Float
    /// In metres, when it was made.
    package var height: Float

    package init(center: SIMD2<Float>, age: Float, height: Float) {
      self.center = center
      self.age = age
      self.height = height
    }
  }
}
