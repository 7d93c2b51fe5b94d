internal import World

extension Anatomy {
  /// A songbird: round, on thin legs whose heels look like knees.
  static func bird(_ height: Double) -> Anatomy {
    let limb = Limb(upper: 0.16, lower: 0.19)
    let sole = Sole(radius: 0.018, heel: 0.05, ankle: Vector(0, 0.015, -0.015))
    let legs = Side.allCases.map { side in
      let mirror = Vector(side.sign, 1, 1)
      return Leg(
        bones: Bone.leg(side),
        root: .pelvis, hip: Vector(0.10, 0, 0.02) * mirror, rest: Vector(0.10, 0, 0.02) * mirror, limb: limb, bend: -1,
        home: Vector(0.11, 0, 0.06) * mirror, sole: sole)
    }
    let joints = Joints(
      belly: Vector(0, 0.06, 0), chest: Vector(0, 0.08, 0.05), neck: Vector(0, 0.14, 0.07), head: Vector(0, 0.09, 0.05),
      shoulder: Vector(0.185, -0.01, 0.05), hip: Vector(0.10, 0, 0.02), arm: Limb(upper: 0.16, lower: 0.3), leg: limb,
      palm: 0, tail: Vector(0, 0.06, -0.20), tailTip: Vector(0, -0.02, -0.2))
    let features = Features(
      eye: Vector(0.100, 0.035, 0.080), eyeRadius: 0.034, mouth: Vector(0, -0.02, 0.20), mouthDepth: 0.02)
    let body = Anatomy(
      plan: .winged, gait: .hopper, height: height, mass: 2 * height * height * height, hipHeight: 0.33, joints: joints,
      features: features, pieces: birdBody + Side.allCases.flatMap(birdSide), legs: legs)
    // The parts' figures are of a bird whose head ends at 0.85.
    return body.grown(height / 0.85)
  }

  private static let birdBody: [Piece] = [
    .egg(.pelvis, Vector(0.17, 0.16, 0.23), at: Vector(0, 0.05, -0.05), .skin, mass: 0.3),
    .egg(.belly, Vector(0.195, 0.19, 0.24), at: Vector(0, 0.01, 0.01), .top, mass: 0.25),
    .egg(.chest, Vector(0.19, 0.20, 0.21), at: Vector(0, 0.02, 0), .top, mass: 0.25),
    .ball(.neck, 0.135, at: Vector(0, 0.02, 0), .skin, mass: 0.02),
    .ball(.head, 0.15, at: Vector(0, 0, 0), .skin, mass: 0.1),
    Piece(
      .head, .cone(radius: 0.05, height: 0.12), at: Vector(0, 0.0, 0.185),
      turned: Rotation(about: Vector(1, 0, 0), by: 1.5), .beak),
    Piece(
      .roundMouth, .cone(radius: 0.035, height: 0.08), at: Vector(0, -0.015, 0),
      turned: Rotation(about: Vector(1, 0, 0), by: 1.9), .beak),
    .egg(.tail, Vector(0.08, 0.022, 0.16), at: Vector(0, 0.0, -0.10), .hair, mass: 0.01),
    .egg(.tailTip, Vector(0.095, 0.016, 0.13), at: Vector(0, 0, -0.05), .hair, mass: 0.005),
  ]

  private static func birdSide(_ side: Side) -> [Piece] {
    let leg = Bone.leg(side)
    let wing = Bone.arm(side)
    let (eye, lid) = (Bone.eye(side), Bone.lid(side))
    let out = Vector(side.sign, 1, 1)
    let ball = Vector(0, -0.015, 0.015)
    return [
      .bar(leg[0], from: .zero, to: Vector(0, -0.16, 0), radius: 0.04, .skin, mass: 0.01),
      .bar(leg[1], from: .zero, to: Vector(0, -0.19, 0), radius: 0.014, .beak, mass: 0.005),
      .bar(leg[2], from: ball - Vector(0, 0, 0.05), to: ball, radius: 0.014, .beak, mass: 0.002),
      .bar(leg[3], from: .zero, to: Vector(0.025, -0.002, 0.06), radius: 0.014, .beak, mass: 0.001),
      .bar(leg[3], from: .zero, to: Vector(-0.025, -0.002, 0.06), radius: 0.014, .beak),
      .egg(wing[0], Vector(0.18, 0.03, 0.13), at: Vector(0.13, 0, -0.02) * out, .hair, mass: 0.015),
      .egg(wing[1], Vector(0.19, 0.022, 0.11), at: Vector(0.14, 0, -0.03) * out, .hair, mass: 0.01),
      .ball(eye, 0.034, at: .zero, .black), .ball(eye, 0.009, at: Vector(0.016, 0.016, 0.026), .white),
      .ball(lid, 0.038, at: .zero, .skin),
    ]
  }
}
