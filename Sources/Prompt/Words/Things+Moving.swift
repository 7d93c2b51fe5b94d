internal import World

extension ThingWord {
  /// What drives, swims and flies, plays and swings.
  static let moving: [ThingWord] = [
    car(
      "car|taxi|automobile", "#c92a2a", length: 3.9, mass: 1100,
      [
        .box(3.9, 0.62, 1.6).at(0, 0.59), .box(1.95, 0.55, 1.45).at(-0.2, 1.17).of("glass", "#27343f"),
        .box(1.8, 0.06, 1.5).at(-0.2, 1.45), .box(3.98, 0.14, 1.5).at(0, 0.38).of("plastic", "#2b2d30"),
      ]),
    car(
      "truck|lorry|van", "#2a6fb0", length: 5, mass: 3200,
      [
        .box(1.3, 1.5, 1.6).at(1.85, 1.05), .box(0.7, 0.5, 1.62).at(2.16, 1.45).of("glass", "#27343f"),
        .box(3.5, 1.9, 1.7).at(-0.75, 1.4).of("metal", "#e9ecef"),
        .box(5, 0.2, 1.5).at(0, 0.4).of("plastic", "#2b2d30"),
      ]),
    car(
      "bus|minibus", "#f2b705", length: 6.5, mass: 6500,
      [
        .box(6.5, 1.95, 1.7).at(0, 1.25), .box(6.1, 0.6, 1.72).at(-0.1, 1.7).of("glass", "#27343f"),
        .box(0.1, 0.8, 1.5).at(3.22, 1.6).of("glass", "#27343f"),
        .box(6.52, 0.08, 1.72).at(0, 0.95).of("plastic", "#ffffff").seen,
      ]),
    ThingWord(
      "toy car|model car", of: "plastic", color: "#2f9e44", mass: 0.3,
      [
        .box(0.28, 0.06, 0.13).at(0, 0.06), .box(0.14, 0.05, 0.11).at(-0.01, 0.115).of("glass", "#9fd3ff"),
      ], bodies: wheels(x: 0.085, z: 0.075, radius: 0.035, width: 0.02, mass: 0.01),
      ties: axles(x: 0.085, z: 0.075, y: 0.035)),
    ThingWord(
      "cart|trolley|skateboard|wagon", of: "planks", mass: 8, [.box(0.9, 0.04, 0.4).at(0, 0.17)],
      bodies: wheels(x: 0.32, z: 0.15, radius: 0.075, width: 0.05, mass: 0.4), ties: axles(x: 0.32, z: 0.15, y: 0.075)),
    ThingWord(
      "bicycle|bike", of: "metal", color: "#1971c2", mass: 13,
      [
        .ring(0.33, 0.02).at(-0.52, 0.35).turned(x: 90).of("rubber", "#222222"),
        .ring(0.33, 0.02).at(0.52, 0.35).turned(x: 90).of("rubber", "#222222"),
        .rod(0.018, 0.62).at(0.05, 0.74).turned(z: 90), .rod(0.018, 0.62).at(0.22, 0.52).turned(z: -42),
        .rod(0.018, 0.6).at(-0.12, 0.6).turned(z: 15), .rod(0.016, 0.5).at(-0.28, 0.35).turned(z: 90),
        .rod(0.018, 0.62).at(0.43, 0.6).turned(z: 17), .rod(0.014, 0.5).at(0.35, 0.95).turned(x: 90),
        .box(0.24, 0.05, 0.12).at(-0.2, 0.93).of("leather", "#222222"),
        .box(0.03, 0.36, 0.4).at(-0.04, 0.18).of("metal").seen,
        .box(0.1, 0.02, 0.5).at(-0.04, 0.02).of("metal", "#888888"),
      ]),
    ThingWord(
      "train|locomotive", of: "iron", color: "#2b4c3f", mass: 4000,
      [
        .rod(0.5, 2.4).at(0.4, 1.05).turned(z: 90), .box(1, 1.6, 1.2).at(-1.2, 1.2), .box(3.6, 0.25, 1.2).at(0, 0.5),
        .rod(0.14, 0.6).at(1.2, 1.75), .box(1.2, 0.1, 1.35).at(-1.2, 2.02).of("metal", "#8c2f24"),
      ], bodies: wheels(x: 1.1, z: 0.55, radius: 0.38, width: 0.12, mass: 60), ties: axles(x: 1.1, z: 0.55, y: 0.38)),
    ThingWord(
      "boat|rowing boat|sailboat|ship", of: "wood", color: "#a0522d", mass: 160,
      [
        .box(2, 0.36, 0.9).at(0, 0.18), .box(0.45, 0.34, 0.6).at(1.15, 0.2).turned(y: 45),
        .box(2, 0.2, 0.05).at(0, 0.45, 0.43),
        .box(2, 0.2, 0.05).at(0, 0.45, -0.43), .rod(0.03, 2.4).at(0.1, 1.5).of("wood", "#7d5530"),
        .box(1, 1.6, 0.02).at(-0.45, 1.75).of("fabric", "#f8f4e6"),
      ]),
    ThingWord(
      "toy boat|paper boat", of: "paper", color: "#f8f9fa", mass: 0.03,
      [
        .box(0.2, 0.05, 0.09).at(0, 0.025), .cone(0.05, 0.11).at(0, 0.1),
      ]),
    ThingWord(
      "raft", of: "wood",
      Array(Piece.rod(0.11, 1.8).turned(z: 90).at(each: (0..<6).map { Vector(0, 0.11, -0.55 + 0.22 * Double($0)) }))),
    ThingWord(
      "rubber duck|toy duck|bath duck", of: "plastic", color: "#ffd43b", mass: 0.09,
      [
        .pill(0.075, 0.05).at(-0.01, 0.075).turned(z: 90), .ball(0.055).at(0.055, 0.17),
        .cone(0.03, 0.05).at(0.12, 0.165).turned(z: -90).of("plastic", "#ff7a1a"),
        .ball(0.009).at(0.09, 0.19, 0.035).of("plastic", "#111111").seen,
        .ball(0.009).at(0.09, 0.19, -0.035).of("plastic", "#111111").seen,
        .cone(0.035, 0.06).at(-0.11, 0.11).turned(z: 60),
      ]),
    ThingWord(
      "buoy", of: "plastic", color: "#e03131", mass: 18,
      [
        .rod(0.28, 0.4).at(0, 0.2), .cone(0.2, 0.6).at(0, 0.7),
        .rod(0.285, 0.1).at(0, 0.24).of("plastic", "#ffffff").seen,
        .ball(0.06).at(0, 1.03).of("neon", "#ffec99"),
      ]),
    ThingWord(
      "balloon|air balloon|helium balloon", family: "ball", of: "rubber", color: "#e03131", mass: 0.02, weight: -0.3,
      [
        .ball(0.16).at(0, 0.36), .cone(0.03, 0.05).at(0, 0.19),
        .rod(0.003, 0.17).at(0, 0.085).of("fabric", "#eeeeee").seen,
      ]),
    ThingWord("soap bubble|bubble", of: "crystal", mass: 0.001, weight: -0.03, [.ball(0.09).at(0, 0.09)]),
    ThingWord(
      "aeroplane|airplane|plane|jet|toy plane", of: "tin", color: "#e9ecef", mass: 6,
      [
        .pill(0.11, 1).at(0, 0.2).turned(z: 90), .box(0.3, 0.03, 1.7).at(0.1, 0.22),
        .box(0.18, 0.02, 0.6).at(-0.5, 0.24),
        .box(0.2, 0.3, 0.02).at(-0.52, 0.4).of("plastic", "#d0342c"),
      ]),
    ThingWord(
      "drone", of: "plastic", color: "#22252a", mass: 0.9,
      [.box(0.3, 0.09, 0.2).at(0, 0.1)]
        + Piece.rod(0.13, 0.01).at(each: corners(0.24, 0.24, y: 0.17))
        + Piece.rod(0.015, 0.1).at(each: corners(0.24, 0.24, y: 0.12))),
    ThingWord(
      "basketball hoop|hoop|basketball basket", of: "metal", color: "#8c939a", isFixed: true,
      [
        .rod(0.06, 3.4).at(0, 1.7, -0.75), .box(0.08, 0.08, 0.6).at(0, 3.35, -0.45),
        .box(1.8, 1.05, 0.05).at(0, 3.425, -0.15).of("plastic", "#fafafa"),
        .box(0.59, 0.05, 0.06).at(0, 3.06, -0.145).of("plastic", "#d9480f").seen,
        .box(0.59, 0.05, 0.06).at(0, 3.5, -0.145).of("plastic", "#d9480f").seen,
        .box(0.05, 0.45, 0.06).at(-0.27, 3.28, -0.145).of("plastic", "#d9480f").seen,
        .box(0.05, 0.45, 0.06).at(0.27, 3.28, -0.145).of("plastic", "#d9480f").seen,
        .ring(0.237, 0.009).at(0, 3.05, 0.26).of("metal", "#e8590c"),
        .box(0.1, 0.03, 0.15).at(0, 3.04, -0.05).of("metal", "#e8590c"),
      ] + net),
    ThingWord(
      "goal|football goal|soccer goal|goalpost", of: "metal", color: "#fafafa", isFixed: true,
      [
        .rod(0.06, 2.44).at(-1.83, 1.22), .rod(0.06, 2.44).at(1.83, 1.22), .rod(0.06, 3.78).at(0, 2.44).turned(z: 90),
        .rod(0.03, 2.7).at(-1.83, 1.2, -0.6).turned(x: 26), .rod(0.03, 2.7).at(1.83, 1.2, -0.6).turned(x: 26),
        .box(3.6, 2.6, 0.02).at(0, 1.2, -0.62).turned(x: 26).of("glass", "#f4f4f4"),
      ]),
    ThingWord(
      "seesaw|teeter totter|lever", of: "wood", color: "#f2b705", mass: 14, [.box(2.6, 0.06, 0.35).at(0, 0.5)],
      bodies: [
        .init("stand", isFixed: true, [.box(0.12, 0.44, 0.5).at(0, 0.22).of("metal", "#4263eb")])
      ], ties: [.init(.hinge(axis: Vector(0, 0, 1)), 0, 1, at: Vector(0, 0.5, 0))]),
    ThingWord(
      "newton's cradle|newtons cradle|cradle", of: "steel", isFixed: true,
      [
        .box(0.9, 0.05, 0.5).at(0, 0.025).of("wood", "#2b1d14"), .rod(0.012, 0.8).at(-0.4, 0.43, 0.2),
        .rod(0.012, 0.8).at(0.4, 0.43, 0.2),
        .rod(0.012, 0.8).at(-0.4, 0.43, -0.2), .rod(0.012, 0.8).at(0.4, 0.43, -0.2),
        .rod(0.012, 0.8).at(0, 0.83, 0.2).turned(z: 90),
        .rod(0.012, 0.8).at(0, 0.83, -0.2).turned(z: 90),
      ], bodies: cradleBalls, ties: cradleThreads),
    ThingWord(
      "pendulum", of: "metal", isFixed: true,
      [
        .box(0.5, 0.05, 0.5).at(0, 0.025).of("wood", "#4a3324"), .rod(0.025, 1.7).at(0, 0.87, -0.2),
        .rod(0.02, 0.25).at(0, 1.7, -0.08).turned(x: 90),
      ], bodies: [.init("bob", [.ball(0.09).at(0, 0.4).of("brass")])],
      ties: [
        .init(.rope(thickness: 0.006), 0, 1, at: Vector(0, 1.7, 0), to: Vector(0, 0.49, 0))
      ]),
    ThingWord(
      "swing", of: "metal", color: "#4263eb", isFixed: true,
      [
        .rod(0.04, 2.5).at(-0.9, 1.15, 0.45).turned(x: -21), .rod(0.04, 2.5).at(-0.9, 1.15, -0.45).turned(x: 21),
        .rod(0.04, 2.5).at(0.9, 1.15, 0.45).turned(x: -21), .rod(0.04, 2.5).at(0.9, 1.15, -0.45).turned(x: 21),
        .rod(0.04, 1.9).at(0, 2.28).turned(z: 90),
      ], bodies: [.init("seat", mass: 2, [.box(0.5, 0.04, 0.22).at(0, 0.5).of("wood")])],
      ties: [
        .init(.rope(thickness: 0.015), 0, 1, at: Vector(-0.23, 2.26, 0), to: Vector(-0.23, 0.52, 0)),
        .init(.rope(thickness: 0.015), 0, 1, at: Vector(0.23, 2.26, 0), to: Vector(0.23, 0.52, 0)),
      ]),
    ThingWord(
      "spring|coil", of: "metal", isFixed: true, [.box(0.5, 0.06, 0.5).at(0, 0.03)],
      bodies: [
        .init("plate", mass: 3, [.rod(0.25, 0.05).at(0, 0.62).of("plastic", "#f03e3e")])
      ],
      ties: [
        .init(.spring(stiffness: 400, damping: 2), 0, 1, at: Vector(0, 0.06, 0), to: Vector(0, 0.6, 0))
      ]),
    ThingWord(
      "rope|chain", of: "fabric", color: "#c9b18a", isFixed: true, [.rod(0.03, 0.06).at(0, 2.6).of("metal")],
      bodies: [
        .init("end", mass: 1, [.ball(0.05).at(0, 0.9).of("fabric", "#c9b18a")])
      ], ties: [.init(.rope(thickness: 0.025), 0, 1, at: Vector(0, 2.58, 0), to: Vector(0, 0.94, 0))]),
    ThingWord(
      "flag|banner", of: "fabric", color: "#e03131", mass: 0.3, [.box(1.2, 0.8, 0.02).at(0, 2)],
      bodies: [
        .init(
          "pole", isFixed: true,
          [.rod(0.03, 2.5).at(-0.62, 1.25).of("metal", "#f1f3f5"), .ball(0.06).at(-0.62, 2.52).of("gold")])
      ], sheet: .cloth(width: 1.2, height: 0.8)),
    ThingWord(
      "curtain|sheet|cloth|towel|blanket", of: "fabric", color: "#dee2e6", mass: 0.5, [.box(1.6, 1.6, 0.02).at(0, 1.4)],
      sheet: .cloth(width: 1.6, height: 1.6)),
    ThingWord(
      "jelly|pudding|jello", of: "jelly", mass: 3, [.box(0.4, 0.3, 0.4).at(0, 0.15)],
      sheet: .jelly(size: Vector(0.4, 0.3, 0.4), stiffness: 0.2)),
    ThingWord(
      "teddy bear|teddy|doll|toy", of: "fur", color: "#a9744a", mass: 0.4,
      [
        .ball(0.13).at(0, 0.15), .ball(0.1).at(0, 0.34), .ball(0.04).at(-0.07, 0.42), .ball(0.04).at(0.07, 0.42),
        .pill(0.045, 0.08).at(-0.14, 0.22).turned(z: -50), .pill(0.045, 0.08).at(0.14, 0.22).turned(z: 50),
        .pill(0.05, 0.08).at(-0.07, 0.05, 0.1).turned(x: 90), .pill(0.05, 0.08).at(0.07, 0.05, 0.1).turned(x: 90),
        .ball(0.035).at(0, 0.32, 0.09).of("fur", "#d8b48a"),
        .ball(0.012).at(-0.035, 0.37, 0.09).of("plastic", "#111111").seen,
        .ball(0.012).at(0.035, 0.37, 0.09).of("plastic", "#111111").seen,
      ]),
    ThingWord(
      "bell|gong", of: "brass", mass: 6,
      [.cone(0.2, 0.3).at(0, 0.15), .ball(0.11).at(0, 0.25), .ring(0.19, 0.02).at(0, 0.02)]),
    ThingWord(
      "anvil|weight|dumbbell", of: "iron",
      [
        .box(0.3, 0.1, 0.2).at(0, 0.05), .box(0.14, 0.14, 0.14).at(0, 0.17), .box(0.5, 0.14, 0.18).at(0, 0.31),
        .cone(0.08, 0.22).at(0.34, 0.33).turned(z: -90),
      ]),
    ThingWord(
      "feather|leaf|sheet of paper", of: "foam", color: "#f1f3f5", mass: 0.005, [.box(0.22, 0.01, 0.08).at(0, 0.005)]),
  ]
}
