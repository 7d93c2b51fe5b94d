internal import World

extension ThingWord {
  /// What stands in rooms, and on tables.
  static let home: [ThingWord] = [
    ThingWord("table|desk|counter", of: "wood", mass: 24, slab(1.4, 0.75, 0.8, leg: 0.07)),
    ThingWord(
      "stool", of: "wood", mass: 4,
      [.rod(0.17, 0.04).at(0, 0.48)]
        + Piece.rod(0.02, 0.46).at(each: corners(0.11, 0.11, y: 0.23))),
    ThingWord(
      "chair", of: "wood", mass: 6,
      slab(0.44, 0.46, 0.44, leg: 0.04) + [
        .box(0.04, 0.5, 0.04).at(-0.2, 0.71, -0.2), .box(0.04, 0.5, 0.04).at(0.2, 0.71, -0.2),
        .box(0.44, 0.2, 0.03).at(0, 0.84, -0.2),
      ]),
    ThingWord(
      "sofa|couch|armchair", of: "fabric", color: "#3b6e8f", mass: 35,
      [
        .box(1.7, 0.3, 0.8).at(0, 0.27), .box(1.7, 0.5, 0.2).at(0, 0.65, -0.3), .box(0.2, 0.4, 0.8).at(-0.85, 0.45),
        .box(0.2, 0.4, 0.8).at(0.85, 0.45), .box(0.7, 0.12, 0.55).at(-0.37, 0.47, 0.1).of("fabric", "#4a82a6"),
        .box(0.7, 0.12, 0.55).at(0.37, 0.47, 0.1).of("fabric", "#4a82a6"),
        .box(1.6, 0.12, 0.7).at(0, 0.06).of("wood", "#3a2a1e"),
      ]),
    ThingWord(
      "bed", of: "wood", mass: 50,
      [
        .box(1.5, 0.25, 2).at(0, 0.2), .box(1.46, 0.2, 1.95).at(0, 0.42).of("fabric", "#f1f3f5"),
        .box(1.48, 0.1, 1.2).at(0, 0.5, 0.35).of("fabric", "#6d8fc7"), .box(1.5, 0.9, 0.06).at(0, 0.45, -1),
        .pill(0.12, 0.4).at(-0.35, 0.6, -0.75).turned(z: 90).of("fabric", "#ffffff"),
        .pill(0.12, 0.4).at(0.35, 0.6, -0.75).turned(z: 90).of("fabric", "#ffffff"),
      ]),
    ThingWord(
      "shelf|bookcase|bookshelf|cupboard", of: "wood", mass: 40,
      [
        .box(0.04, 1.8, 0.35).at(-0.5, 0.9), .box(0.04, 1.8, 0.35).at(0.5, 0.9), .box(1, 1.8, 0.02).at(0, 0.9, -0.17),
      ] + Piece.box(1, 0.04, 0.34).at(each: (0..<5).map { Vector(0, 0.02 + 0.44 * Double($0), 0) })),
    ThingWord(
      "bottle|wine bottle", of: "glass", color: "#3c8c5a", mass: 0.5,
      [
        .rod(0.038, 0.19).at(0, 0.095), .cone(0.038, 0.06).at(0, 0.22).seen, .rod(0.014, 0.09).at(0, 0.26),
        .rod(0.0385, 0.07).at(0, 0.1).of("paper", "#f4ecd8").seen,
      ]),
    ThingWord(
      "mug|cup|coffee cup|teacup", of: "ceramic", color: "#e8e4da", mass: 0.35,
      [
        .rod(0.042, 0.095).at(0, 0.0475), .ring(0.026, 0.006).at(0.046, 0.048).turned(x: 90),
        .rod(0.037, 0.002).at(0, 0.0955).of("mud", "#4a2c1a").seen,
      ]),
    ThingWord(
      "glass|wine glass|drinking glass|goblet", of: "glass", mass: 0.2,
      [
        .rod(0.033, 0.006).at(0, 0.003), .rod(0.004, 0.09).at(0, 0.05), .pill(0.034, 0.05).at(0, 0.145),
      ]),
    ThingWord(
      "plate|dish|saucer", of: "ceramic", color: "#f4f1ea", mass: 0.4,
      [
        .rod(0.08, 0.012).at(0, 0.006), .ring(0.11, 0.012).at(0, 0.016), .rod(0.11, 0.008).at(0, 0.014),
      ]),
    ThingWord(
      "bowl", of: "ceramic", color: "#6fa8c9", mass: 0.5,
      [
        .rod(0.05, 0.02).at(0, 0.01), .rod(0.075, 0.03).at(0, 0.03), .ring(0.095, 0.015).at(0, 0.055),
      ]),
    ThingWord(
      "vase|jar|jug|pitcher|flower pot", of: "ceramic", color: "#2a6f97", mass: 1.2,
      [
        .pill(0.09, 0.06).at(0, 0.12), .rod(0.045, 0.1).at(0, 0.25), .ring(0.05, 0.012).at(0, 0.3),
        .rod(0.06, 0.03).at(0, 0.015),
      ]),
    ThingWord(
      "teapot|kettle", of: "ceramic", color: "#d9534f", mass: 0.9,
      [
        .ball(0.09).at(0, 0.095), .rod(0.05, 0.02).at(0, 0.01), .pill(0.014, 0.09).at(0.11, 0.12).turned(z: -50),
        .ring(0.045, 0.009).at(-0.1, 0.1).turned(x: 90), .ball(0.016).at(0, 0.195),
      ]),
    ThingWord(
      "book", of: "leather", color: "#7b2d26", mass: 0.6,
      [
        .box(0.17, 0.035, 0.24).at(0, 0.0175), .box(0.16, 0.029, 0.242).at(0.006, 0.0175).of("paper").seen,
      ]),
    ThingWord(
      "candle", of: "wax", mass: 0.2,
      [
        .rod(0.025, 0.16).at(0, 0.08), .rod(0.002, 0.02).at(0, 0.17).of("fabric", "#333333").seen,
        .pill(0.008, 0.018).at(0, 0.19).of("neon", "#ffb347").seen,
      ]),
    ThingWord(
      "lamp|table lamp|desk lamp", of: "brass", mass: 1.8,
      [
        .rod(0.09, 0.02).at(0, 0.01), .rod(0.012, 0.34).at(0, 0.18),
        .cone(0.15, 0.2).at(0, 0.42).of("fabric", "#f3e3bf"),
        .ball(0.045).at(0, 0.34).of("neon", "#ffe3a3").seen,
      ]),
    ThingWord(
      "clock", of: "plastic", color: "#f1f1ee", mass: 0.6,
      [
        .rod(0.13, 0.05).at(0, 0.13).turned(x: 90), .box(0.008, 0.09, 0.004).at(0, 0.165, 0.028).of("iron").seen,
        .box(0.06, 0.008, 0.004).at(0.03, 0.13, 0.028).of("iron").seen,
      ]),
    ThingWord(
      "telephone|phone", of: "plastic", color: "#1d1f24", mass: 0.2,
      [
        .box(0.075, 0.15, 0.01).at(0, 0.075), .box(0.068, 0.135, 0.011).at(0, 0.075).of("neon", "#3d8bd4").seen,
      ]),
    ThingWord(
      "television|tv|screen", of: "plastic", color: "#17181b", mass: 9,
      [
        .box(1.1, 0.64, 0.05).at(0, 0.42), .box(1.04, 0.58, 0.052).at(0, 0.42).of("neon", "#26486f").seen,
        .box(0.4, 0.02, 0.25).at(0, 0.01), .rod(0.03, 0.1).at(0, 0.06),
      ]),
    ThingWord(
      "piano", of: "wood", color: "#111111", mass: 220,
      [
        .box(1.5, 1.2, 0.4).at(0, 0.6, -0.1), .box(1.5, 0.1, 0.35).at(0, 0.7, 0.25),
        .box(1.3, 0.02, 0.15).at(0, 0.76, 0.3).of("plastic", "#ffffff").seen,
        .box(0.08, 0.66, 0.08).at(-0.68, 0.33, 0.36),
        .box(0.08, 0.66, 0.08).at(0.68, 0.33, 0.36),
      ]),
    ThingWord(
      "apple", of: "wax", color: "#c8102e", mass: 0.18,
      [
        .ball(0.04).at(0, 0.04), .rod(0.003, 0.02).at(0, 0.086).of("wood").seen,
      ]),
    ThingWord("orange", of: "leather", color: "#ff8c1a", mass: 0.2, [.ball(0.042).at(0, 0.042)]),
    ThingWord("egg", of: "ceramic", color: "#f3dfc1", mass: 0.06, [.pill(0.021, 0.012).at(0, 0.027)]),
    ThingWord("melon|watermelon|pumpkin", of: "wax", color: "#2f7d32", mass: 5, [.ball(0.14).at(0, 0.14)]),
    ThingWord(
      "cake", of: "wax", color: "#f6d5e0", mass: 1.5,
      [
        .rod(0.16, 0.12).at(0, 0.06), .rod(0.162, 0.03).at(0, 0.115).of("wax", "#8c4a2f"),
        .ball(0.02).at(0, 0.145).of("wax", "#d0021b"),
      ]),
    ThingWord(
      "window|pane", of: "glass", isFixed: true,
      [
        .box(0.03, 1.3, 1.3).at(0, 1.55), .box(0.1, 0.08, 1.5).at(0, 0.88).of("wood", "#f4f4f2"),
        .box(0.1, 0.08, 1.5).at(0, 2.22).of("wood", "#f4f4f2"),
        .box(0.1, 1.3, 0.08).at(0, 1.55, -0.7).of("wood", "#f4f4f2"),
        .box(0.1, 1.3, 0.08).at(0, 1.55, 0.7).of("wood", "#f4f4f2"),
        .box(0.06, 1.3, 0.04).at(0, 1.55).of("wood", "#f4f4f2"),
        .box(0.2, 0.84, 1.5).at(0, 0.42).of("brick"),
      ]),
    ThingWord(
      "door", of: "wood", isFixed: true,
      [
        .box(0.9, 2, 0.05).at(0, 1), .ball(0.035).at(0.36, 1, 0.05).of("brass"),
        .box(0.08, 2.1, 0.1).at(-0.5, 1.05).of("wood", "#f0ece2"),
        .box(0.08, 2.1, 0.1).at(0.5, 1.05).of("wood", "#f0ece2"),
        .box(1.08, 0.08, 0.1).at(0, 2.08).of("wood", "#f0ece2"),
      ]),
  ]

  /// A top on four legs.
  static func slab(_ width: Double, _ height: Double, _ depth: Double, leg: Double) -> [Piece] {
    let legs = height - 0.05
    return [.box(width, 0.05, depth).at(0, height - 0.025)]
      + Piece.box(leg, legs, leg).at(each: corners(width / 2 - leg, depth / 2 - leg, y: legs / 2))
  }

  static func corners(_ x: Double, _ z: Double, y: Double) -> [Vector] {
    [Vector(-x, y, -z), Vector(x, y, -z), Vector(-x, y, z), Vector(x, y, z)]
  }
}
