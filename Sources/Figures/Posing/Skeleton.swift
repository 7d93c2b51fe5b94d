internal import World

/// Makes the pose of every bone from a stance.
struct Skeleton {
  let anatomy: Anatomy

  func frames(_ stance: Stance) -> Frames {
    var frames = Frames()
    placeTrunk(stance, &frames)
    for (leg, foot) in zip(anatomy.legs, stance.feet) { place(leg, foot, &frames) }
    if anatomy.plan == .upright { placeArms(stance, &frames) } else { placeTail(stance, &frames) }
    if anatomy.plan == .winged { placeWings(stance, &frames) }
    placeFace(stance, &frames)
    return frames
  }

  // MARK: Trunk

  private func placeTrunk(_ stance: Stance, _ frames: inout Frames) {
    let (posture, joints) = (stance.posture, anatomy.joints)
    let turn = Rotation(yaw: stance.heading, pitch: 0, roll: 0)
    let tilt = turn * Rotation(posture.tilt)
    let offset = turn(Vector(posture.hips.x, 0, posture.hips.z) * anatomy.height + joints.root)
    var root = Pose(stance.ground + offset, tilt)
    root.position.y += hipHeight(stance, root)
    let half = Rotation(posture.trunk * 0.5)
    let neck = Rotation(posture.head * 0.5)
    frames[.pelvis] = root
    frames[.belly] = root * Pose(joints.belly, half)
    frames[.chest] = frames[.belly] * Pose(joints.chest, half)
    frames[.neck] = frames[.chest] * Pose(joints.neck, neck)
    frames[.head] = frames[.neck] * Pose(joints.head, neck)
  }

  /// As high as the posture has it, but no higher than the legs reach from where the feet are.
  private func hipHeight(_ stance: Stance, _ root: Pose) -> Double {
    let wanted = anatomy.hipHeight * 0.994 + stance.posture.hips.y * anatomy.height + stance.rise
    return zip(anatomy.legs, stance.feet).reduce(wanted) { height, pair in
      let (leg, foot) = pair
      let hip = root.rotation(leg.rest)
      let ankle = foot.ankle(leg.sole)
      let gap = ankle - (root.position + hip)
      let free = leg.limb.reach * leg.limb.reach - gap.x * gap.x - gap.z * gap.z
      // What is out of reach sideways cannot be had by going down; a fifth of the leg is as low as that goes.
      let least = 0.04 * leg.limb.reach * leg.limb.reach
      let drop = ((free + least + ((free - least) * (free - least) + least * least).squareRoot()) / 2).squareRoot()
      let highest = ankle.y + min(drop, leg.limb.reach) - hip.y
      return Ease.least(height, highest, width: 0.004 * anatomy.height)
    }
  }

  // MARK: Legs

  private func place(_ leg: Anatomy.Leg, _ foot: Foot, _ frames: inout Frames) {
    let root = frames[leg.root]
    let hip = root(leg.hip)
    let ahead = root.rotation(Vector(0, 0, 1)) + Vector.ahead(foot.heading)
    let left = Vector.up.cross(ahead)
    let ankle = foot.ankle(leg.sole)
    // The knee looks ahead across the line from hip to ankle, also when that line itself looks ahead.
    let bend = left.cross(hip - ankle) * leg.bend
    let (knee, end) = leg.limb.solved(from: hip, to: ankle, bend: bend)
    frames[leg.bones[0]] = Pose(hip, Rotation(hanging: knee - hip, left: left))
    frames[leg.bones[1]] = Pose(knee, Rotation(hanging: end - knee, left: left))
    frames[leg.bones[2]] = Pose(end, foot.rotation)
    let toes = Rotation(yaw: foot.heading, pitch: foot.toes, roll: 0)
    frames[leg.bones[3]] = Pose(end - foot.rotation(leg.sole.ankle), toes)
  }

  // MARK: Face

  private func placeFace(_ stance: Stance, _ frames: inout Frames) {
    let (head, face, features) = (frames[.head], stance.face, anatomy.features)
    let radius = features.eyeRadius
    let gaze = Rotation(yaw: face.gaze.x, pitch: face.gaze.y, roll: 0)
    for side in Side.allCases {
      let place = features.eye * Vector(side.sign, 1, 1)
      frames[.eye(side)] = head * Pose(place, gaze)
      // An open lid waits behind the eye, a little above.
      let hidden = Vector(0, 0.16, -0.30) * radius * (1 - face.lids)
      frames[.lid(side)] = head * Pose(place + hidden)
    }
    frames[.brows] = head * Pose(Vector(0, face.brows * radius * 0.6, 0))
    let (open, width) = (face.lips.openness.held(0...1), face.lips.width.held(0...1))
    // A patch of radius r of an egg shows when it stands r² / 2R out: the root makes the opening even in time.
    let skin = head * Pose(features.mouth, Rotation(yaw: 0, pitch: features.mouthPitch, roll: 0))
    func out(_ share: Double) -> Pose {
      skin * Pose(Vector(0, 0, features.mouthDepth * (0.5 * share.squareRoot() - 1.12)))
    }
    frames[.wideMouth] = out(open * (0.25 + 0.75 * width))
    frames[.roundMouth] = out(open * (1 - 0.6 * width))
    frames[.leftEar] = head
    frames[.rightEar] = head
  }
}

extension Rotation {
  /// Forward, to the left, and towards the right shoulder, as postures have it.
  init(_ angles: Vector) { self.init(yaw: angles.y, pitch: angles.x, roll: angles.z) }
}
