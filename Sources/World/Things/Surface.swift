package import Media

/// What a material is to light.
package struct Surface: Hashable, Sendable {
  package var color: Color
  /// The other colour of a pattern.
  package var second: Color
  package var pattern: Pattern
  /// How large one unit of the pattern is, in metres.
  package var scale: Double
  /// 0 is a mirror, 1 is chalk.
  package var roughness: Double
  /// 0 to 1: how much of what it reflects has its own colour.
  package var metal: Double
  /// 0 to 1: how much light goes through, with its colour.
  package var clarity: Double
  /// The index of refraction, 1 to 3.
  package var refraction: Double
  /// Radiance of its own, as a factor of its colour; 0 for what does not shine.
  package var glow: Double

  package init(
    _ color: Color, second: Color? = nil, pattern: Pattern = .plain, scale: Double = 0.2, roughness: Double = 0.6,
    metal: Double = 0, clarity: Double = 0, refraction: Double = 1.5, glow: Double = 0
  ) {
    self.color = color
    self.second = second ?? color
    self.pattern = pattern
    self.scale = scale
    self.roughness = roughness
    self.metal = metal
    self.clarity = clarity
    self.refraction = refraction
    self.glow = glow
  }

  /// A texture that is worked out from the place on the thing.
  package enum Pattern: String, CaseIterable, Sendable {
    case plain, wood, planks, brick, stone, marble, checker, tiles, stripes, dots, grass, sand, asphalt, snow, concrete
    case fabric, leather, rust, basketball, football, tennis, cardboard, skin, fur, leaves, ripples
  }
}
