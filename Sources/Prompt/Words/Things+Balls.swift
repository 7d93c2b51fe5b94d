internal import World

extension ThingWord {
  /// Radii and masses of sports balls are those of their rules.
  static let balls: [ThingWord] = [
    ball("ball|rubber ball", 0.15, 0.5, "rubber", "#d0342c"),
    ball("basketball", 0.12, 0.62, "basketball"),
    ball("football|soccer ball", 0.11, 0.43, "football"),
    ball("tennis ball", 0.033, 0.058, "felt"),
    ball("beach ball", 0.25, 0.12, "beachball"),
    ball("bowling ball", 0.108, 6.4, "plastic", "#1f2f5c"),
    ball("volleyball", 0.105, 0.27, "leather", "#f2ead2"),
    ball("baseball", 0.037, 0.145, "leather", "#f4f1ea"),
    ball("golf ball", 0.021, 0.046, "plastic", "#fafafa"),
    ball("ping pong ball|table tennis ball", 0.02, 0.0027, "plastic", "#fdf6e8"),
    ball("billiard ball|pool ball", 0.0286, 0.17, "plastic", "#c92a2a"),
    ball("cannonball|cannon ball", 0.1, nil, "iron"),
    ball("snowball", 0.06, nil, "snow"),
    ball("wool ball|ball of wool|yarn", 0.07, 0.1, "fabric", "#d6336c"),
    ball("marble", 0.016, nil, "glass", "#8fd0ff"),
    ball("sphere|globe|orb", 0.3, nil, "ceramic", "#e9ecef"),
    ball("pea|bead", 0.006, nil, "plastic", "#5c9e31"),
    ball("cork ball|float|buoyant ball", 0.1, nil, "cork"),
  ]

  private static func ball(
    _ names: String, _ radius: Double, _ mass: Double?, _ material: String, _ color: String? = nil
  ) -> ThingWord {
    let piece = Piece.ball(radius).at(0, radius)
    return ThingWord(
      names, family: names.hasPrefix("ball") ? nil : "ball", of: material, color: color, mass: mass, [piece])
  }
}
