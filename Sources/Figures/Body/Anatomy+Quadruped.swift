internal import World

extension Anatomy {
  static func quadruped(_ breed: Breed, _ height: Double) -> Anatomy {
    let body = Anatomy(
      plan: .fourLegged, gait: .quadruped, height: height, mass: breed.density * height * height * height,
      hipHeight: breed.hip, joints: joints(breed), features: features(breed),
      pieces: trunk(breed) + skull(breed) + tail(breed) + Side.allCases.flatMap { limbs(breed, $0) },
      legs: [foreleg(breed, .left), foreleg(breed, .right), hindLeg(breed, .left), hindLeg(breed, .right)])
    return body.grown(height)
  }

  private static func joints(_ b: Breed) -> Joints {
    Joints(
      root: Vector(0, 0, -b.length / 2), belly: Vector(0, 0, b.length * 0.32), chest: Vector(0, 0, b.length * 0.36),
      neck: Vector(0, b.girth.y * 0.42, b.length * 0.32), head: b.neck,
      shoulder: Vector(b.girth.x * 0.66, b.shoulder - b.hip, b.length * 0.32), hip: Vector(b.girth.x * 0.62, 0, 0),
      arm: b.fore, leg: b.hind, palm: 0, tail: Vector(0, b.girth.y * 0.55, -b.girth.y * 0.75), tailTip: b.tail * 0.5)
  }

  private static func foreleg(_ b: Breed, _ side: Side) -> Leg {
    let (mirror, joints) = (Vector(side.sign, 1, 1), joints(b))
    return Leg(
      bones: Bone.foreleg(side),
      root: .chest, hip: joints.shoulder * mirror, rest: (joints.shoulder + joints.belly + joints.chest) * mirror,
      limb: b.fore, bend: -1, home: Vector(joints.shoulder.x, 0, b.length / 2 - b.wrist.z * 0.5) * mirror,
      sole: Sole(radius: b.legRadius * 0.85, heel: b.legRadius, ankle: b.wrist))
  }

  private static func hindLeg(_ b: Breed, _ side: Side) -> Leg {
    let (mirror, joints) = (Vector(side.sign, 1, 1), joints(b))
    return Leg(
      bones: Bone.leg(side),
      root: .pelvis, hip: joints.hip * mirror, rest: joints.hip * mirror, limb: b.hind, bend: 1,
      home: Vector(joints.hip.x, 0, -b.length / 2 + b.hock.z * 0.4) * mirror,
      sole: Sole(radius: b.legRadius * 0.85, heel: b.legRadius, ankle: b.hock))
  }

  private static func features(_ b: Breed) -> Features {
    let wide = b.ears == .upright ? 0.80 : 0.52
    let eye = Vector(wide, 0.22, 0.72).normalized * b.head * 0.9
    let tip = b.muzzle + Vector(0, -0.35, 0.75).normalized * b.muzzleRadius
    return Features(eye: eye, eyeRadius: b.head * 0.19, mouth: tip, mouthDepth: b.muzzleRadius * 0.55, mouthPitch: 0.45)
  }

  private static func trunk(_ b: Breed) -> [Piece] {
    let (wide, deep, length) = (b.girth.x, b.girth.y, b.length)
    var pieces: [Piece] = [
      .egg(
        .pelvis, Vector(wide * 0.95, deep * 0.92, length * 0.30), at: Vector(0, 0.010, length * 0.02), .skin, mass: 0.18
      ),
      .egg(
        .belly, Vector(wide * 0.97, deep * 0.92, length * 0.50), at: Vector(0, -0.004, length * 0.05), .skin, mass: 0.22
      ),
      .egg(
        .chest, Vector(wide * 1.05, deep * 1.08, length * 0.36), at: Vector(0, -0.006, length * 0.10), .skin, mass: 0.26
      ),
      .bar(.neck, from: Vector(0, -deep * 0.12, -0.02), to: b.neck, radius: b.neckRadius, .skin, mass: 0.05),
    ]
    if b.hasMane {
      let (start, back) = (Vector(0, 0.03, -b.neckRadius * 0.75), Vector(0, 0.02, -b.neckRadius * 0.75))
      pieces.append(.bar(.neck, from: start, to: b.neck + back, radius: 0.03, .hair))
      pieces.append(.egg(.head, Vector(0.025, 0.06, 0.04), at: Vector(0, b.head, b.head * 0.35), .hair))
    }
    return pieces
  }

  private static func skull(_ b: Breed) -> [Piece] {
    let (head, eye) = (b.head, b.head * 0.19)
    let nose = b.muzzle + Vector(0, 0.30, 0.85).normalized * b.muzzleRadius
    var pieces: [Piece] = [
      .ball(.head, head, at: .zero, .skin, mass: 0.08),
      .bar(.head, from: .zero, to: b.muzzle, radius: b.muzzleRadius, .skin),
      .egg(.head, Vector(0.42, 0.30, 0.30) * b.muzzleRadius, at: nose, .black),
      .egg(.wideMouth, Vector(0.62, 0.42, 0.55) * b.muzzleRadius, at: .zero, .mouth),
      .egg(.roundMouth, Vector(0.42, 0.50, 0.55) * b.muzzleRadius, at: .zero, .mouth),
    ]
    for side in Side.allCases {
      let (ball, lid) = (Bone.eye(side), Bone.lid(side))
      pieces += [
        .ball(ball, eye, at: .zero, .black), .ball(ball, eye * 0.25, at: Vector(0.25, 0.4, 0.85) * eye, .white),
        .ball(lid, eye * 1.12, at: .zero, .skin), ear(b, side),
      ]
    }
    return pieces
  }

  private static func ear(_ b: Breed, _ side: Side) -> Piece {
    let bone: Bone = side == .left ? .leftEar : .rightEar
    let out = Vector(side.sign, 1, 1)
    switch b.ears {
    case .hanging:
      return Piece(
        bone, .mesh(.egg(Vector(0.024, 0.085, 0.05))), at: Vector(0.98, 0.05, -0.12) * b.head * out,
        turned: Rotation(about: Vector(0, 0, 1), by: 0.25 * side.sign), .hair)
    case .pointed:
      return Piece(
        bone, .cone(radius: 0.052, height: 0.12), at: Vector(0.58, 1.05, 0) * b.head * out,
        turned: Rotation(about: Vector(0, 0, 1), by: -0.32 * side.sign), .skin)
    case .upright:
      return Piece(
        bone, .mesh(.egg(Vector(0.016, 0.055, 0.022))), at: Vector(0.52, 1.15, -0.15) * b.head * out,
        turned: Rotation(about: Vector(0, 0, 1), by: -0.15 * side.sign), .skin)
    }
  }

  private static func tail(_ b: Breed) -> [Piece] {
    let coat: Coat = b.hasMane ? .hair : .skin
    let tip = b.hasMane ? Vector(0, -0.26, -0.03) : b.tail * 0.55 + Vector(0, 0, 0.04)
    return [
      .bar(.tail, from: .zero, to: b.tail * 0.5, radius: b.tailRadius, coat, mass: 0.01),
      .bar(.tailTip, from: .zero, to: tip, radius: b.tailRadius * (b.hasMane ? 1.35 : 0.85), coat, mass: 0.005),
    ]
  }

  private static func limbs(_ b: Breed, _ side: Side) -> [Piece] {
    let (fore, hind) = (foreleg(b, side), hindLeg(b, side))
    let foot: Coat = b.hasMane ? .shoes : .skin
    return segments(fore, thick: 1.7, b.legRadius, foot, shares: (0.025, 0.012, 0.006))
      + segments(hind, thick: 2.2, b.legRadius, foot, shares: (0.04, 0.015, 0.007))
  }

  /// A muscle that narrows, two thin bones, and a paw.
  private static func segments(
    _ leg: Leg, thick: Double, _ radius: Double, _ foot: Coat, shares: (Double, Double, Double)
  ) -> [Piece] {
    let (upper, lower) = (Vector(0, -leg.limb.upper, 0), Vector(0, -leg.limb.lower, 0))
    let ball = -leg.sole.ankle
    return [
      .bar(leg.bones[0], from: .zero, to: upper, radius: radius * 1.35, .skin, mass: shares.0),
      .egg(leg.bones[0], Vector(radius * 1.5, leg.limb.upper * 0.55, radius * thick), at: upper * 0.25, .skin),
      .bar(leg.bones[1], from: .zero, to: lower, radius: radius * 1.1, .skin, mass: shares.1),
      .bar(leg.bones[2], from: .zero, to: ball, radius: radius * 0.84, .skin, mass: shares.2),
      .egg(
        leg.bones[3], Vector(1.25, 0.85, 1.5) * radius, at: Vector(0, 0, radius * 0.35), foot, mass: 0.002),
    ]
  }
}
