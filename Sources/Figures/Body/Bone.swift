internal import World

/// What moves as one. Animals have their forelegs where people have arms, and birds their wings.
enum Bone: Int, CaseIterable {
  case pelvis, belly, chest, neck, head
  case leftEye, rightEye, leftLid, rightLid, brows, wideMouth, roundMouth
  case leftUpperArm, leftForearm, leftHand, rightUpperArm, rightForearm, rightHand
  case leftThigh, leftShin, leftFoot, leftToes, rightThigh, rightShin, rightFoot, rightToes
  case leftForetoes, rightForetoes, tail, tailTip, leftEar, rightEar

  /// What it hangs on.
  var parent: Bone? {
    switch self {
    case .pelvis: nil
    case .belly, .leftThigh, .rightThigh, .tail: .pelvis
    case .chest: .belly
    case .neck, .leftUpperArm, .rightUpperArm: .chest
    case .head: .neck
    case .leftForearm: .leftUpperArm
    case .leftHand: .leftForearm
    case .rightForearm: .rightUpperArm
    case .rightHand: .rightForearm
    case .leftShin: .leftThigh
    case .leftFoot: .leftShin
    case .leftToes: .leftFoot
    case .rightShin: .rightThigh
    case .rightFoot: .rightShin
    case .rightToes: .rightFoot
    case .leftForetoes: .leftHand
    case .rightForetoes: .rightHand
    case .tailTip: .tail
    default: .head
    }
  }

  /// How far it bends against its parent when nothing holds it, in radians. What is 0 is one piece with it.
  var reach: Double {
    switch self {
    case .belly, .chest: 0.35
    case .neck, .head: 0.45
    case .leftUpperArm, .rightUpperArm: 1.5
    case .leftThigh, .rightThigh: 1.1
    case .leftForearm, .rightForearm, .leftShin, .rightShin: 1.2
    case .leftHand, .rightHand: 0.7
    case .leftFoot, .rightFoot, .tail, .tailTip: 0.6
    case .leftToes, .rightToes, .leftForetoes, .rightForetoes: 0.4
    default: 0
    }
  }
}

enum Side: CaseIterable {
  case left, right

  /// Left is towards x of a figure that looks along z.
  var sign: Double { self == .left ? 1 : -1 }
  var other: Side { self == .left ? .right : .left }
}

extension Bone {
  /// Upper arm, forearm, hand.
  static func arm(_ side: Side) -> [Bone] {
    side == .left ? [.leftUpperArm, .leftForearm, .leftHand] : [.rightUpperArm, .rightForearm, .rightHand]
  }

  /// Thigh, shin, foot, toes.
  static func leg(_ side: Side) -> [Bone] {
    side == .left ? [.leftThigh, .leftShin, .leftFoot, .leftToes] : [.rightThigh, .rightShin, .rightFoot, .rightToes]
  }

  /// An arm that stands on the ground.
  static func foreleg(_ side: Side) -> [Bone] { arm(side) + [side == .left ? .leftForetoes : .rightForetoes] }

  static func eye(_ side: Side) -> Bone { side == .left ? .leftEye : .rightEye }
  static func lid(_ side: Side) -> Bone { side == .left ? .leftLid : .rightLid }
}

/// A pose for each bone.
struct Frames {
  private var poses = [Pose](repeating: .origin, count: Bone.allCases.count)

  subscript(bone: Bone) -> Pose {
    get { poses[bone.rawValue] }
    set { poses[bone.rawValue] = newValue }
  }
}
