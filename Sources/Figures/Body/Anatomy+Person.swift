internal import World

extension Anatomy {
  static func person(_ p: Proportions, _ height: Double, hair: HairStyle) -> Anatomy {
    var body = Anatomy(upright: p, height)
    body.pieces =
      trunk(p) + Face(p).pieces + hair.pieces(Face(p))
      + Side.allCases.flatMap { arm(p, $0) + leg(p, $0) }
    return body.grown(height)
  }

  /// A body of stature 1 and its joints, with nothing to be seen yet.
  init(upright p: Proportions, _ height: Double) {
    let pelvis = 0.055
    let waist = (p.shoulder - p.hip) * 0.42
    joints = Joints(
      belly: Vector(0, pelvis, 0), chest: Vector(0, waist - pelvis, -0.004),
      neck: Vector(0, p.shoulder + 0.018 - p.hip - waist, -0.006),
      head: Vector(0, p.chin - p.shoulder - 0.016, 0.008),
      shoulder: Vector(p.shoulders, p.shoulder - p.hip - waist, 0), hip: Vector(p.hips, 0, 0),
      arm: Limb(upper: p.upperArm, lower: p.forearm), leg: Limb(upper: p.hip - p.knee, lower: p.knee - p.ankle),
      palm: p.hand * 0.45)
    let sole = Sole(radius: 0.02, heel: p.foot * 0.58, ankle: Vector(0, p.ankle - 0.02, -p.foot * 0.45))
    let home = Vector(p.hips * 1.1, 0, -sole.ankle.z - 0.012)
    let joints = joints
    legs = Side.allCases.map { side in
      let mirror = Vector(side.sign, 1, 1)
      return Leg(
        bones: Bone.leg(side), root: .pelvis, hip: joints.hip * mirror, rest: joints.hip * mirror, limb: joints.leg,
        bend: 1,
        home: home * mirror, sole: sole)
    }
    features = Face(p).features
    (plan, gait, pieces) = (.upright, .biped, [])
    (self.height, mass, hipHeight) = (height, p.massIndex * height * height, p.hip)
  }

  private static func trunk(_ p: Proportions) -> [Piece] {
    let waist = (p.shoulder - p.hip) * 0.42
    let rise = p.shoulder - p.hip - waist
    let wide = p.shoulders / 0.108
    let chest = Mesh.lofted(
      [
        .init(-0.050, 0.060, 0.046), .init(-0.036, 0.074, 0.055), .init(0, 0.079 * wide, 0.060),
        .init(rise * 0.40, 0.089 * wide, 0.066, ahead: 0.004), .init(rise * 0.70, 0.096 * wide, 0.066, ahead: 0.004),
        .init(rise * 0.90, 0.099 * wide, 0.058), .init(rise + 0.006, 0.108 * wide, 0.044),
        .init(rise + 0.018, 0.094 * wide, 0.037), .init(rise + 0.027, 0.062, 0.034),
        .init(rise + 0.036, 0.036, 0.031),
      ], bottom: -0.054, top: rise + 0.037)
    let belly = Mesh.lofted(
      [
        .init(-0.050, 0.066, 0.050), .init(-0.030, 0.080, 0.060), .init(0.010, 0.080, 0.062),
        .init(waist - 0.055, 0.076, 0.059), .init(waist - 0.02, 0.060, 0.046),
      ], bottom: -0.055, top: waist - 0.012)
    let pelvis = Mesh.lofted(
      [
        .init(-0.058, 0.030, 0.034), .init(-0.046, 0.066, 0.052), .init(-0.020, 0.086, 0.061),
        .init(0.015, 0.087, 0.063), .init(0.040, 0.080, 0.060), .init(0.052, 0.066, 0.050),
      ], bottom: -0.064, top: 0.058)
    return [
      Piece(.pelvis, .mesh(pelvis), .bottom, mass: Share.pelvis),
      Piece(.belly, .mesh(belly), .top, mass: Share.belly),
      Piece(.chest, .mesh(chest), .top, mass: Share.chest),
      .bar(.neck, from: Vector(0, -0.02, 0), to: Vector(0, 0.05, 0.006), radius: 0.030, .skin, mass: 0.01),
    ]
  }

  private static func arm(_ p: Proportions, _ side: Side) -> [Piece] {
    let bones = Bone.arm(side)
    let (upper, lower) = (Vector(0, -p.upperArm, 0), Vector(0, -p.forearm, 0))
    let palm = p.hand * 0.45
    return [
      .bar(bones[0], from: upper * 0.2, to: upper, radius: 0.025, .skin, mass: Share.upperArm),
      .bar(bones[0], from: upper * 0.03, to: upper * 0.52, radius: 0.0315, .top),
      .bar(bones[1], from: .zero, to: lower, radius: 0.0225, .skin, mass: Share.forearm),
      .egg(bones[2], Vector(0.017, p.hand * 0.46, 0.027), at: Vector(0, -palm, 0), .skin, mass: Share.hand),
      .bar(
        bones[2], from: Vector(0, -palm * 0.5, 0.016), to: Vector(-0.006 * side.sign, -palm * 1.05, 0.035),
        radius: 0.0105,
        .skin),
    ]
  }

  private static func leg(_ p: Proportions, _ side: Side) -> [Piece] {
    let bones = Bone.leg(side)
    let ankle = p.ankle - 0.02
    let (thigh, shin) = (Vector(0, p.knee - p.hip, 0), Vector(0, p.ankle - p.knee, 0))
    let ball = Vector(0, -ankle, p.foot * 0.45)
    let heel = ball - Vector(0, 0, p.foot * 0.58)
    return [
      .bar(bones[0], from: Vector(0.002 * side.sign, -0.004, 0), to: thigh, radius: 0.043, .bottom, mass: Share.thigh),
      .bar(bones[1], from: .zero, to: shin * 0.9, radius: 0.036, .bottom, mass: Share.shin),
      .bar(bones[2], from: heel, to: ball, radius: 0.02, .shoes, mass: Share.foot),
      .bar(bones[2], from: heel + Vector(0, 0.012, 0.012), to: Vector(0, 0.004, 0.012), radius: 0.025, .shoes),
      .egg(bones[2], Vector(0.029, 0.022, 0.045), at: ball + Vector(0, 0.003, -0.022), .shoes),
      .egg(bones[3], Vector(0.027, 0.0195, 0.040), at: Vector(0, 0.001, 0.008), .shoes, mass: 0.001),
    ]
  }

  /// A body of stature 1 as large as it should be.
  func grown(_ height: Double) -> Anatomy {
    var body = self
    body.hipHeight *= height
    body.joints = joints.scaled(height)
    body.features = features.scaled(height)
    body.pieces = pieces.map { $0.scaled(height) }
    body.legs = legs.map { $0.scaled(height) }
    return body
  }
}
