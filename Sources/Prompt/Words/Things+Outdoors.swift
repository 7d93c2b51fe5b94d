internal import World

extension ThingWord {
  /// What grows, and what is built under the sky.
  static let outdoors: [ThingWord] = [
    ThingWord(
      "tree|oak tree", of: "leaves", isFixed: true,
      [
        .rod(0.17, 2).at(0, 1).of("wood", "#6b4a30"), .ball(0.95).at(0, 2.7), .ball(0.7).at(0.65, 2.4, 0.2),
        .ball(0.7).at(-0.6, 2.45, 0.1), .ball(0.65).at(0.1, 2.4, 0.6), .ball(0.6).at(0, 3.35),
      ]),
    ThingWord(
      "fir|pine tree|christmas tree|fir tree", of: "leaves", color: "#2d5a3a", isFixed: true,
      [
        .rod(0.14, 0.8).at(0, 0.4).of("wood", "#5f4028"), .cone(1.1, 1.4).at(0, 1.3), .cone(0.85, 1.3).at(0, 2.1),
        .cone(0.6, 1.2).at(0, 2.9),
      ]),
    ThingWord(
      "palm|palm tree", of: "leaves", color: "#5a9a3c", isFixed: true,
      [
        .rod(0.11, 1.3).at(0, 0.65).of("wood", "#9a7650"),
        .rod(0.1, 1.3).at(0.08, 1.9).turned(z: -7).of("wood", "#9a7650"),
        .rod(0.09, 1.2).at(0.27, 3.1).turned(z: -12).of("wood", "#9a7650"),
      ] + fronds),
    ThingWord(
      "bush|shrub|hedge", of: "leaves", isFixed: true,
      [
        .ball(0.4).at(0, 0.36), .ball(0.3).at(0.35, 0.28, 0.1), .ball(0.32).at(-0.33, 0.28, 0.05),
        .ball(0.25).at(0.05, 0.25, 0.32),
      ]),
    ThingWord(
      "flower|rose|tulip|daisy", of: "fabric", color: "#e64980", mass: 0.02,
      [
        .rod(0.008, 0.36).at(0, 0.18).of("leaves", "#4c8c2b"), .ball(0.03).at(0, 0.38).of("felt", "#ffd43b"),
      ]
        + Piece.ball(0.034).at(each: [
          Vector(0.045, 0.38, 0), Vector(0.014, 0.38, 0.043), Vector(-0.036, 0.38, 0.026), Vector(-0.036, 0.38, -0.026),
          Vector(0.014, 0.38, -0.043),
        ])),
    ThingWord(
      "mushroom|toadstool", of: "wax", color: "#c92a2a", mass: 0.1,
      [
        .rod(0.04, 0.14).at(0, 0.07).of("wax", "#f4ead5"), .cone(0.12, 0.1).at(0, 0.17),
        .ball(0.016).at(0.04, 0.18, 0.05).of("wax", "#ffffff").seen,
      ]),
    ThingWord(
      "cactus", of: "leaves", color: "#4b7f52", isFixed: true,
      [
        .pill(0.16, 1.3).at(0, 0.8), .pill(0.09, 0.35).at(0.36, 0.95), .pill(0.08, 0.14).at(0.2, 0.78).turned(z: 90),
        .pill(0.09, 0.3).at(-0.34, 0.75), .pill(0.08, 0.12).at(-0.2, 0.6).turned(z: 90),
      ]),
    ThingWord(
      "rock|boulder|stone", of: "stone",
      [
        .ball(0.32).at(0, 0.28), .ball(0.26).at(0.2, 0.22, 0.1), .ball(0.25).at(-0.18, 0.22, -0.06),
        .box(0.4, 0.3, 0.36).at(0, 0.15),
      ]),
    ThingWord("pebble", of: "stone", [.ball(0.03).at(0, 0.03)]),
    ThingWord("iceberg|ice block|ice cube", of: "ice", [.box(0.5, 0.5, 0.5).at(0, 0.25)]),
    ThingWord(
      "snowman", of: "snow", mass: 120,
      [
        .ball(0.45).at(0, 0.4), .ball(0.33).at(0, 1), .ball(0.23).at(0, 1.45),
        .cone(0.04, 0.22).at(0, 1.46, 0.3).turned(x: 90).of("wax", "#ff8c1a"),
        .ball(0.03).at(-0.08, 1.53, 0.2).of("stone", "#222222").seen,
        .ball(0.03).at(0.08, 1.53, 0.2).of("stone", "#222222").seen,
        .ball(0.03).at(0, 1.08, 0.32).of("stone", "#222222").seen,
        .ball(0.03).at(0, 0.94, 0.33).of("stone", "#222222").seen,
        .rod(0.25, 0.03).at(0, 1.64).of("felt", "#222222"), .rod(0.16, 0.24).at(0, 1.77).of("felt", "#222222"),
        .ring(0.25, 0.05).at(0, 1.25).of("fabric", "#c92a2a"),
      ]),
    ThingWord(
      "house|cottage|hut|barn", of: "ceramic", color: "#efe6d5", isFixed: true,
      [
        .box(4, 2.6, 3.4).at(0, 1.3), .box(4.4, 0.12, 2.3).at(0, 3.4, 1).turned(x: 38).of("brick", "#9c4a36"),
        .box(4.4, 0.12, 2.3).at(0, 3.4, -1).turned(x: -38).of("brick", "#9c4a36"),
        .box(3.9, 0.9, 1.6).at(0, 2.9).of("brick", "#8c4230"),
        .box(0.9, 1.9, 0.1).at(0, 0.95, 1.7).of("wood", "#5a3a24"),
        .box(0.8, 0.8, 0.1).at(-1.25, 1.5, 1.7).of("glass", "#9cc4dc"),
        .box(0.8, 0.8, 0.1).at(1.25, 1.5, 1.7).of("glass", "#9cc4dc"),
        .box(0.5, 1.2, 0.5).at(1.2, 3.9, -0.6).of("brick"),
      ]),
    ThingWord(
      "tent", of: "fabric", color: "#e07a2f", isFixed: true,
      [
        .box(2.2, 0.04, 2).at(0, 0.84, 0.58).turned(x: 56), .box(2.2, 0.04, 2).at(0, 0.84, -0.58).turned(x: -56),
        .rod(0.03, 1.7).at(-1.08, 0.85).of("wood"), .rod(0.03, 1.7).at(1.08, 0.85).of("wood"),
      ]),
    ThingWord(
      "castle|tower|lighthouse", of: "stone", isFixed: true,
      [
        .rod(1, 4).at(0, 2), .rod(1.15, 0.5).at(0, 4.2), .cone(1.2, 1.4).at(0, 5.15).of("brick", "#9c4a36"),
        .box(0.6, 1.3, 0.2).at(0, 0.65, 0.96).of("wood", "#5a3a24"),
        .box(0.3, 0.5, 0.2).at(0, 2.9, 0.96).of("neon", "#ffd27a").seen,
      ]),
    ThingWord(
      "bench|park bench", of: "planks", mass: 45,
      [
        .box(1.6, 0.05, 0.42).at(0, 0.45), .box(1.6, 0.3, 0.04).at(0, 0.75, -0.22).turned(x: -8),
        .box(0.06, 0.44, 0.4).at(-0.65, 0.22).of("iron"),
        .box(0.06, 0.44, 0.4).at(0.65, 0.22).of("iron"), .box(0.05, 0.5, 0.05).at(-0.65, 0.65, -0.2).of("iron"),
        .box(0.05, 0.5, 0.05).at(0.65, 0.65, -0.2).of("iron"),
      ]),
    ThingWord(
      "fence", of: "wood", color: "#efece4", isFixed: true,
      [
        .box(3, 0.08, 0.03).at(0, 0.35), .box(3, 0.08, 0.03).at(0, 0.75),
      ] + Piece.box(0.12, 1, 0.03).at(each: (0..<9).map { Vector(-1.4 + 0.35 * Double($0), 0.5, 0.03) })),
    ThingWord(
      "gate|arch|archway|bridge", of: "stone", isFixed: true,
      [
        .box(0.4, 2.2, 0.4).at(-1.1, 1.1), .box(0.4, 2.2, 0.4).at(1.1, 1.1), .box(2.8, 0.4, 0.5).at(0, 2.4),
      ]),
    ThingWord(
      "streetlamp|street lamp|lamp post|lantern|streetlight", of: "iron", color: "#2f3437", isFixed: true,
      [
        .rod(0.09, 0.3).at(0, 0.15), .rod(0.045, 3.2).at(0, 1.7), .box(0.5, 0.05, 0.05).at(0.22, 3.28),
        .ball(0.14).at(0.42, 3.15).of("neon", "#ffe0a0"),
      ]),
    ThingWord(
      "sign|signpost|traffic sign", of: "metal", color: "#d0342c", isFixed: true,
      [
        .rod(0.03, 2).at(0, 1).of("metal"), .rod(0.3, 0.03).at(0, 2.1).turned(x: 90),
        .box(0.4, 0.1, 0.034).at(0, 2.1).of("plastic", "#ffffff").seen,
      ]),
    ThingWord(
      "bucket|bin|trash can|pail", of: "tin", mass: 1.2,
      [
        .rod(0.14, 0.02).at(0, 0.01), .ring(0.15, 0.012).at(0, 0.3),
      ] + staves(radius: 0.145, height: 0.3)),
    ThingWord(
      "basket", of: "wood", color: "#b98a55", mass: 1,
      [.rod(0.2, 0.02).at(0, 0.01), .ring(0.21, 0.015).at(0, 0.3)]
        + staves(radius: 0.2, height: 0.3)),
    ThingWord(
      "umbrella|parasol", of: "fabric", color: "#e8443a", isFixed: true,
      [
        .rod(0.03, 2.2).at(0, 1.1).of("wood", "#f4f1ea"), .cone(1.2, 0.5).at(0, 2.3),
      ]),
    ThingWord("moon|planet", of: "stone", color: "#d8d4c8", weight: 0, isFixed: true, [.ball(0.8).at(0, 0.8)]),
    ThingWord(
      "rocket|spaceship", of: "ceramic", color: "#f1f3f5", mass: 80,
      [
        .rod(0.3, 1.6).at(0, 1.1), .cone(0.3, 0.7).at(0, 2.25).of("plastic", "#d0342c"),
        .ball(0.13).at(0, 1.5, 0.22).of("glass", "#79b8e8").seen,
        .box(0.9, 0.5, 0.05).at(0, 0.35).of("plastic", "#d0342c"),
        .box(0.05, 0.5, 0.9).at(0, 0.35).of("plastic", "#d0342c"),
      ]),
  ]

  /// Eight planks about an axis: what is hollow and may be filled.
  private static func staves(radius: Double, height: Double) -> [Piece] {
    (0..<12).map { index in
      let pose = Rotation(degrees: Vector(0, 30 * Double(index), 0))(Vector(0, height / 2, radius))
      return Piece.box(radius * 0.55, height, 0.012).at(pose.x, pose.y, pose.z).turned(y: 30 * Double(index))
    }
  }

  private static var fronds: [Piece] {
    (0..<7).map { index in
      let angle = 360 / 7 * Double(index)
      let tip = Rotation(degrees: Vector(0, angle, 0))(Vector(0, 0, 0.6))
      return Piece.box(0.28, 0.03, 1.3).at(0.4 + tip.x, 3.55, tip.z).turned(x: 24, y: angle).seen
    }
  }
}

extension ThingWord {
  /// What only places bring, and no prompt names.
  static let backdrops: [ThingWord] = [
    // Space has no ground; this one is only seen, and as thin as a coin.
    ThingWord("lunar soil", of: "sand", color: "#8f8d89", isFixed: true, [.rod(120, 0.004).at(0, 0.002).seen])
  ]
}
