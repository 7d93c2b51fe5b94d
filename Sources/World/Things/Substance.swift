/// What a material is to physics and to the ear.
package struct Substance: Hashable, Sendable {
  /// In kg/m³, 1 to 25 000.
  package var density: Double
  /// Coulomb's coefficient against the like, 0 to 2. Of two materials the geometric mean counts.
  package var friction: Double
  /// Resistance to rolling as a length over the radius, 0 to 1.
  package var rolling: Double
  /// The part of the speed that is left after a bounce, 0 to 1. Of two materials the product counts, over that of a hard floor (1).
  package var restitution: Double
  /// The name that the module Foley has for what it sounds like: `wood`, `metal`, `rubber`.
  package var sound: String

  package init(
    density: Double, friction: Double = 0.5, rolling: Double = 0.01, restitution: Double = 0.3, sound: String = "wood"
  ) {
    self.density = density
    self.friction = friction
    self.rolling = rolling
    self.restitution = restitution
    self.sound = sound
  }
}
