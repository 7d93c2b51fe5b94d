internal import World

extension Skeleton {
  func placeArms(_ stance: Stance, _ frames: inout Frames) {
    for side in Side.allCases {
      let arm = Arm(side: side)
      hang(arm, stance.posture[side], &frames)
      if let (place, weight) = wanted(side, stance, frames) { lead(arm, to: place, weight, &frames) }
    }
  }

  private struct Arm {
    let side: Side
    var upper: Bone { Bone.arm(side)[0] }
    var lower: Bone { Bone.arm(side)[1] }
    var hand: Bone { Bone.arm(side)[2] }
  }

  /// By the angles of its joints.
  private func hang(_ arm: Arm, _ angles: ArmAngles, _ frames: inout Frames) {
    let (joints, sign) = (anatomy.joints, arm.side.sign)
    let shoulder = joints.shoulder * Vector(sign, 1, 1)
    let upper =
      Rotation(about: Vector(1, 0, 0), by: -angles.x) * Rotation(about: Vector(0, 0, 1), by: angles.y * sign)
      * Rotation(about: .up, by: angles.z * sign)
    frames[arm.upper] = frames[.chest] * Pose(shoulder, upper)
    let bent = Rotation(about: Vector(1, 0, 0), by: -angles.w)
    frames[arm.lower] = frames[arm.upper] * Pose(Vector(0, -joints.arm.upper, 0), bent)
    frames[arm.hand] = frames[arm.lower] * Pose(Vector(0, -joints.arm.lower, 0))
  }

  /// Where the wrist is to be, and how much; nil: where the angles have it.
  private func wanted(_ side: Side, _ stance: Stance, _ frames: Frames) -> (Vector, Double)? {
    let hand = frames[Bone.arm(side)[2]]
    var place: Vector?
    if stance.clasping > 0 {
      let sideways = Vector(side.sign * (stance.claspRadius + 0.008 * anatomy.height), -0.25 * stance.claspRadius, 0)
      // The wrist is a palm's length behind and below what the palm holds.
      let back = Vector(side.sign * 0.2, -0.6, -0.75).normalized * anatomy.joints.palm
      let held = frames[.chest](stance.posture.clasp * anatomy.height + sideways + back)
      place = hand.position.mixed(with: held, stance.clasping)
    }
    for grasp in stance.grasps where grasp.side == side && grasp.weight > 0 {
      let wrist = wrist(side, holding: grasp.place, beyond: grasp.palm, frames)
      place = (place ?? hand.position).mixed(with: wrist, grasp.weight)
    }
    let weight = stance.grasps.reduce(stance.clasping) { $1.side == side ? max($0, $1.weight) : $0 }
    return place.map { ($0, weight) }
  }

  /// Where the wrist is when the hand, in line with the forearm, meets a place so far beyond it.
  private func wrist(_ side: Side, holding place: Vector, beyond palm: Double, _ frames: Frames) -> Vector {
    let limb = anatomy.joints.arm
    let long = Limb(upper: limb.upper, lower: limb.lower + palm)
    let shoulder = frames[Bone.arm(side)[0]].position
    let (elbow, end) = long.solved(from: shoulder, to: place, bend: out(side, frames))
    return elbow.mixed(with: end, limb.lower / long.lower)
  }

  /// Where an elbow points that nothing leads: out, down and back.
  private func out(_ side: Side, _ frames: Frames) -> Vector {
    frames[.chest].rotation(Vector(side.sign * 0.5, -0.8, -0.3)) * anatomy.joints.arm.upper * 0.35
  }

  /// By its end.
  ///
  /// - Parameter weight: With 0 the elbow stays where the angles had it; with 1 it is out and down.
  private func lead(_ arm: Arm, to place: Vector, _ weight: Double, _ frames: inout Frames) {
    let limb = anatomy.joints.arm
    let (shoulder, elbow) = (frames[arm.upper].position, frames[arm.lower].position)
    let bend = (elbow - shoulder.mixed(with: frames[arm.hand].position, 0.5)).mixed(
      with: out(arm.side, frames), weight)
    let (hinge, wrist) = limb.solved(from: shoulder, to: place, bend: bend)
    let left = (wrist - shoulder).cross(bend)
    frames[arm.upper] = Pose(shoulder, Rotation(hanging: hinge - shoulder, left: left))
    frames[arm.lower] = Pose(hinge, Rotation(hanging: wrist - hinge, left: left))
    frames[arm.hand] = Pose(wrist, frames[arm.lower].rotation)
  }
}
