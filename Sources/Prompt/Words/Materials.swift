internal import Media
package import World

/// What things are made of, as the dictionary has it.
package struct MaterialWord: Hashable, Sendable {
  /// The noun, then adjectives and other nouns: `wood`, `wooden`.
  package var names: [String]
  package var material: Material

  package init(_ names: [String], _ substance: Substance, _ surface: Surface) {
    self.names = names
    material = Material(name: names.first ?? "", substance: substance, surface: surface)
  }
}

extension MaterialWord {
  /// Densities are handbook values; restitutions are against a hard floor.
  static let builtin: [MaterialWord] = [
    word("wood wooden timber oak pine", 650, 0.45, 0.01, 0.45, "wood", 0xb07a45, 0x8a5a2e, .wood, 0.25, rough: 0.55),
    word("planks", 600, 0.45, 0.02, 0.4, "crate", 0xb98a55, 0x8d6238, .planks, 0.18, rough: 0.65),
    word("metal metallic", 7850, 0.35, 0.004, 0.6, "metal", 0xb9bec4, rough: 0.32, metal: 1),
    word("steel chrome", 7850, 0.3, 0.002, 0.9, "metal", 0xd8dde2, rough: 0.12, metal: 1),
    word("iron", 7870, 0.4, 0.004, 0.5, "iron", 0x55585c, rough: 0.5, metal: 0.9),
    word("rust rusty", 7600, 0.6, 0.02, 0.35, "iron", 0x8a4b2a, 0x5a3a2a, .rust, 0.15, rough: 0.85, metal: 0.3),
    word("tin tinny aluminium aluminum", 2700, 0.35, 0.004, 0.5, "tin", 0xc9cdd2, rough: 0.28, metal: 1),
    word("brass bronze copper", 8500, 0.35, 0.004, 0.6, "bell", 0xc8963c, rough: 0.22, metal: 1),
    word("gold golden", 19_300, 0.35, 0.004, 0.5, "bell", 0xf0c050, rough: 0.15, metal: 1),
    word("silver", 10_500, 0.35, 0.004, 0.5, "bell", 0xe0e4e8, rough: 0.12, metal: 1),
    word("mirror", 2500, 0.4, 0.002, 0.6, "glass", 0xf4f6f8, rough: 0.01, metal: 1),
    word("glass glassy", 2500, 0.4, 0.002, 0.65, "glass", 0xeaf6f2, rough: 0.02, clarity: 0.95, refraction: 1.5),
    word("crystal", 3100, 0.4, 0.002, 0.65, "glass", 0xf4f8ff, rough: 0.01, clarity: 0.97, refraction: 1.7),
    word("ceramic porcelain clay", 2400, 0.45, 0.004, 0.45, "ceramic", 0xf0ece2, rough: 0.2),
    word("stone rocky granite", 2600, 0.65, 0.01, 0.35, "stone", 0x8d8a84, 0x6e6b66, .stone, 0.3, rough: 0.9),
    word("marble", 2700, 0.45, 0.004, 0.5, "stone", 0xf0eee8, 0x9aa0a6, .marble, 0.4, rough: 0.2),
    word("brick bricks", 1900, 0.7, 0.02, 0.3, "concrete", 0xa8523c, 0xcfc4b4, .brick, 0.25, rough: 0.9),
    word("concrete cement", 2300, 0.7, 0.01, 0.35, "concrete", 0xa9a7a2, 0x98968f, .concrete, 0.8, rough: 0.9),
    word("asphalt", 2300, 0.8, 0.015, 0.3, "stone", 0x4a4a4c, 0x3a3a3c, .asphalt, 0.2, rough: 0.95),
    word("tiles tiled", 2300, 0.4, 0.004, 0.4, "ceramic", 0xe6e8ea, 0xc2c8cc, .tiles, 0.3, rough: 0.25),
    word("ice icy frozen", 917, 0.04, 0.002, 0.4, "ice", 0xd6ecf5, rough: 0.05, clarity: 0.7, refraction: 1.31),
    word("snow", 350, 0.35, 0.15, 0.1, "snow", 0xf6f9fc, 0xe6eef6, .snow, 0.3, rough: 0.95),
    word("sand sandy", 1600, 0.6, 0.2, 0.1, "sand", 0xe0c48f, 0xcaa96f, .sand, 0.4, rough: 0.98),
    word("grass grassy", 900, 0.6, 0.05, 0.5, "leaves", 0x5c8a3a, 0x447028, .grass, 0.3, rough: 0.95),
    word("mud muddy", 1500, 0.5, 0.3, 0.05, "mud", 0x6b4e35, 0x5a4029, .sand, 0.4, rough: 0.8),
    word("plastic", 950, 0.35, 0.005, 0.6, "plastic", 0xe04b3a, rough: 0.3),
    word("rubber rubbery", 1100, 0.9, 0.012, 0.82, "rubber", 0xd0342c, rough: 0.55),
    word("foam spongy sponge", 40, 0.7, 0.05, 0.3, "cardboard", 0xf2d16b, rough: 0.95),
    word("cork", 240, 0.6, 0.01, 0.55, "wood", 0xc59a66, 0xa87c4c, .sand, 0.05, rough: 0.9),
    word("cardboard carton", 150, 0.5, 0.02, 0.25, "cardboard", 0xb98d5e, 0xa67b4d, .cardboard, 0.3, rough: 0.9),
    word("paper", 700, 0.45, 0.02, 0.2, "cardboard", 0xf5f1e6, rough: 0.9),
    word("leather", 900, 0.6, 0.02, 0.4, "flesh", 0x7a4a2b, 0x633a20, .leather, 0.06, rough: 0.6),
    word(
      "fabric cotton woollen wool silk cloth", 300, 0.6, 0.05, 0.1, "cardboard", 0xc94f4f, nil, .fabric, 0.03,
      rough: 0.95),
    word("fur furry fluffy plush", 200, 0.6, 0.05, 0.2, "flesh", 0x9a6b42, 0x7c5330, .fur, 0.05, rough: 1),
    word("skin", 1000, 0.6, 0.05, 0.2, "flesh", 0xd9a47e, nil, .skin, 0.1, rough: 0.6),
    word("leaves leafy", 120, 0.6, 0.1, 0.1, "leaves", 0x4f8a3c, 0x38692a, .leaves, 0.22, rough: 0.9),
    word("wax", 900, 0.5, 0.01, 0.2, "plastic", 0xf2e8cf, rough: 0.5),
    word("jelly gelatine", 1050, 0.4, 0.1, 0.2, "flesh", 0xd2324e, rough: 0.1, clarity: 0.5, refraction: 1.35),
    word("neon glowing shining", 1500, 0.4, 0.004, 0.5, "glass", 0x35e6ff, rough: 0.3, glow: 4),
    // Balls have covers of their own; their masses are the things'.
    word("basketball", 85, 0.75, 0.012, 0.78, "rubber", 0xd2691e, 0x2a1a10, .basketball, 0.24, rough: 0.7),
    word("football", 77, 0.65, 0.012, 0.72, "rubber", 0xf6f6f4, 0x1c1c1e, .football, 0.22, rough: 0.45),
    word("felt", 400, 0.8, 0.02, 0.73, "rubber", 0xd4e24a, 0xf2f2e8, .tennis, 0.066, rough: 0.95),
    word("beachball", 2, 0.6, 0.012, 0.68, "plastic", 0xe8443a, 0xf7f4ea, .stripes, 0.2, rough: 0.35),
    word("checkered", 700, 0.45, 0.01, 0.4, "wood", 0xf2f2f2, 0x222222, .checker, 0.2, rough: 0.5),
    word("striped", 700, 0.45, 0.01, 0.4, "plastic", 0xf2f2f2, 0xd0342c, .stripes, 0.2, rough: 0.5),
    word("spotted dotted", 700, 0.45, 0.01, 0.4, "plastic", 0xf2f2f2, 0xd0342c, .dots, 0.2, rough: 0.5),
  ]

  private static func word(
    _ names: String, _ density: Double, _ friction: Double, _ rolling: Double, _ restitution: Double, _ sound: String,
    _ color: UInt32, _ second: UInt32? = nil, _ pattern: Surface.Pattern = .plain, _ scale: Double = 0.2,
    rough: Double = 0.6, metal: Double = 0, clarity: Double = 0, refraction: Double = 1.5, glow: Double = 0
  ) -> MaterialWord {
    let substance = Substance(
      density: density, friction: friction, rolling: rolling, restitution: restitution, sound: sound)
    let surface = Surface(
      Color(rgba: color << 8 | 255), second: second.map { Color(rgba: $0 << 8 | 255) }, pattern: pattern, scale: scale,
      roughness: rough, metal: metal, clarity: clarity, refraction: refraction, glow: glow)
    return MaterialWord(names.split(separator: " ").map(String.init), substance, surface)
  }
}
