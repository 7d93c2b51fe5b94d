/// A body of water with a level surface, in a rectangle of the ground, or without a shore.
package struct Water: Hashable, Sendable {
  /// The height of the surface at rest, in metres.
  package var level: Double
  /// Half of its extent along x and z, about `center`; nil: everywhere.
  package var halfSize: SIMD2<Double>?
  package var center: SIMD2<Double>
  /// In metres below the surface.
  package var depth: Double
  /// In kg/m³.
  package var density: Double
  /// Height of its waves from trough to crest (m) and their length (m).
  package var waves: SIMD2<Double>

  package init(
    level: Double = 0, halfSize: SIMD2<Double>? = nil, center: SIMD2<Double> = .zero, depth: Double = 2,
    density: Double = 1000, waves: SIMD2<Double> = SIMD2(0.04, 1.5)
  ) {
    self.level = level
    self.halfSize = halfSize
    self.center = center
    self.depth = depth
    self.density = density
    self.waves = waves
  }
}
