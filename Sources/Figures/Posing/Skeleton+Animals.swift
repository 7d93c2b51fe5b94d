internal import Media
internal import World

extension Skeleton {
  func placeTail(_ stance: Stance, _ frames: inout Frames) {
    let wag = Rotation(yaw: stance.wag, pitch: 0, roll: 0)
    frames[.tail] = frames[.pelvis] * Pose(anatomy.joints.tail, wag)
    frames[.tailTip] = frames[.tail] * Pose(anatomy.joints.tailTip, wag)
  }

  /// Folded along the body, or spread and beating: the hand of the wing is late, as air holds it back.
  func placeWings(_ stance: Stance, _ frames: inout Frames) {
    let (spread, beat) = stance.wings
    for side in Side.allCases {
      let (upper, lower) = (Bone.arm(side)[0], Bone.arm(side)[1])
      let shoulder = anatomy.joints.shoulder * Vector(side.sign, 1, 1)
      frames[upper] =
        frames[.chest]
        * Pose(shoulder, wing(side, 0.9 * Elementary.sin(beat) * spread, 1.62 * (1 - spread), 1.15 * (1 - spread)))
      let elbow = Vector(side.sign * anatomy.joints.arm.upper, 0, 0)
      frames[lower] =
        frames[upper] * Pose(elbow, wing(side, 0.6 * Elementary.sin(beat - 0.9) * spread, 0, 0))
    }
  }

  private func wing(_ side: Side, _ up: Double, _ back: Double, _ down: Double) -> Rotation {
    Rotation(about: Vector(0, 0, 1), by: up * side.sign) * Rotation(about: .up, by: back * side.sign)
      * Rotation(about: Vector(1, 0, 0), by: down)
  }
}
