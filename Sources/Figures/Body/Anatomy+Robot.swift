internal import World

extension Anatomy {
  /// A person's joints in boxes and tubes, with lamps for eyes.
  static func robot(_ height: Double) -> Anatomy {
    var p = Proportions.adult
    p.massIndex = 40
    var body = Anatomy(upright: p, height)
    body.pieces = robotTrunk(p) + robotHead(p) + Side.allCases.flatMap { robotArm(p, $0) + robotLeg(p, $0) }
    return body.grown(height)
  }

  private static func robotTrunk(_ p: Proportions) -> [Piece] {
    [
      Piece(.pelvis, .box(size: Vector(0.165, 0.075, 0.11)), .bottom, mass: Share.pelvis),
      Piece(.belly, .cylinder(radius: 0.05, height: 0.10), at: Vector(0, 0.03, 0), .metal, mass: Share.belly),
      Piece(.chest, .box(size: Vector(0.185, 0.175, 0.125)), at: Vector(0, 0.075, 0), .top, mass: Share.chest),
      .ball(.chest, 0.022, at: Vector(0.045, 0.11, 0.056), .glow),
      Piece(.chest, .box(size: Vector(0.07, 0.05, 0.01)), at: Vector(-0.035, 0.055, 0.062), .metal),
      Piece(.neck, .cylinder(radius: 0.024, height: 0.06), at: Vector(0, 0.012, 0), .metal, mass: 0.01),
    ]
  }

  private static func robotHead(_ p: Proportions) -> [Piece] {
    let face = Face(p)
    return [
      Piece(
        .head, .box(size: Vector(0.125, 0.085, 0.105)), at: Vector(0, 0.048, 0.004), .skin, mass: Share.head - 0.01),
      .bar(.head, from: Vector(0, 0.085, 0), to: Vector(0, 0.112, 0), radius: 0.004, .metal),
      .ball(.head, 0.012, at: Vector(0, 0.118, 0), .glow),
      .bar(.head, from: Vector(-0.066, 0.05, 0), to: Vector(0.066, 0.05, 0), radius: 0.018, .metal),
      .bar(.head, from: Vector(-0.025, 0.022, 0.056), to: Vector(0.025, 0.022, 0.056), radius: 0.005, .black),
      Piece(.wideMouth, .box(size: Vector(0.05, 0.018, 0.012)), .glow),
      Piece(.roundMouth, .box(size: Vector(0.026, 0.026, 0.012)), .glow),
      .ball(.leftEye, face.eyeRadius * 1.25, at: .zero, .black),
      .ball(.rightEye, face.eyeRadius * 1.25, at: .zero, .black),
      .ball(.leftEye, face.eyeRadius * 0.8, at: Vector(0, 0, face.eyeRadius * 0.6), .glow),
      .ball(.rightEye, face.eyeRadius * 0.8, at: Vector(0, 0, face.eyeRadius * 0.6), .glow),
      .ball(.leftLid, face.eyeRadius * 1.45, at: .zero, .skin),
      .ball(.rightLid, face.eyeRadius * 1.45, at: .zero, .skin),
    ]
  }

  private static func robotArm(_ p: Proportions, _ side: Side) -> [Piece] {
    let bones = Bone.arm(side)
    return [
      .bar(bones[0], from: .zero, to: Vector(0, -p.upperArm, 0), radius: 0.02, .metal, mass: Share.upperArm),
      .ball(bones[0], 0.04, at: .zero, .top),
      .bar(
        bones[1], from: Vector(0, -0.03, 0), to: Vector(0, -p.forearm + 0.01, 0), radius: 0.028, .skin,
        mass: Share.forearm),
      .ball(bones[1], 0.024, at: .zero, .metal),
      .ball(bones[2], 0.028, at: Vector(0, -0.03, 0), .metal, mass: Share.hand),
      .bar(bones[2], from: Vector(0, -0.04, 0.02), to: Vector(-0.01 * side.sign, -0.08, 0.022), radius: 0.011, .metal),
      .bar(
        bones[2], from: Vector(0, -0.04, -0.02), to: Vector(-0.01 * side.sign, -0.08, -0.018), radius: 0.011, .metal),
    ]
  }

  private static func robotLeg(_ p: Proportions, _ side: Side) -> [Piece] {
    let bones = Bone.leg(side)
    let (thigh, shin) = (p.knee - p.hip, p.ankle - p.knee)
    return [
      .bar(bones[0], from: .zero, to: Vector(0, thigh, 0), radius: 0.027, .metal, mass: Share.thigh),
      .ball(bones[0], 0.042, at: .zero, .bottom),
      .bar(bones[1], from: Vector(0, -0.04, 0), to: Vector(0, shin * 0.9, 0), radius: 0.037, .skin, mass: Share.shin),
      .ball(bones[1], 0.032, at: .zero, .metal),
      Piece(bones[2], .box(size: Vector(0.06, 0.034, 0.088)), at: Vector(0, -0.022, 0.025), .shoes, mass: Share.foot),
      Piece(bones[3], .box(size: Vector(0.06, 0.034, 0.045)), at: Vector(0, -0.003, 0.02), .shoes, mass: 0.001),
    ]
  }
}
