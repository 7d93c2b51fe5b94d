internal import World

/// A figure's body: how long and heavy it is, what is seen of it, and the legs that carry it.
struct Anatomy {
  var plan: Plan
  var gait: Gait.Manner
  /// From the ground to the top of the head, in metres.
  var height: Double
  /// In kg.
  var mass: Double
  /// Of the hip joint when it stands.
  var hipHeight: Double
  var joints: Joints
  var features: Features
  var pieces: [Piece]
  var legs: [Leg]

  enum Plan { case upright, fourLegged, winged }

  /// Where bones begin, in the space of those that they hang on.
  struct Joints {
    /// Of the hips, from the middle between the feet.
    var root = Vector.zero
    var belly: Vector
    var chest: Vector
    var neck: Vector
    var head: Vector
    /// On the left; the right is its mirror image.
    var shoulder: Vector
    var hip: Vector
    var arm: Limb
    var leg: Limb
    /// From the wrist to the middle of the palm.
    var palm: Double
    var tail = Vector.zero
    var tailTip = Vector.zero
  }

  /// What moves in a face, in the head's space.
  struct Features {
    /// The centre of the left eye.
    var eye: Vector
    var eyeRadius: Double
    /// A point of the skin, between the lips or under the beak, and how far behind it an open mouth waits.
    var mouth: Vector
    var mouthDepth: Double
    /// How far the skin looks down there, in radians.
    var mouthPitch = 0.0
  }

  /// A leg that stands, and where: in the figure's own space, with the ground at 0.
  struct Leg {
    var bones: [Bone]
    var root: Bone
    var hip: Vector
    /// The same in the space of the hips, when the trunk is straight.
    var rest: Vector
    var limb: Limb
    /// 1: the knee points ahead; −1: back.
    var bend: Double
    var home: Vector
    var sole: Sole
  }
}

extension Anatomy {
  /// - Parameter figure: Its height is held to 5 cm ... 30 m.
  init(_ figure: Figure) {
    let height = figure.height.held(0.05...30)
    switch figure.kind {
    case .person: self = .person(.adult, height, hair: HairStyle(figure.name))
    case .child: self = .person(.child, height, hair: HairStyle(figure.name))
    case .robot: self = .robot(height)
    case .dog: self = .quadruped(.dog, height)
    case .cat: self = .quadruped(.cat, height)
    case .horse: self = .quadruped(.horse, height)
    case .bird: self = .bird(height)
    }
  }

  /// The centre of a joint in its parent's space; nil for what has none.
  func joint(of bone: Bone) -> Vector? {
    let mirror = Vector(-1, 1, 1)
    switch bone {
    case .pelvis: return nil
    case .belly: return joints.belly
    case .chest: return joints.chest
    case .neck: return joints.neck
    case .head: return joints.head
    case .leftUpperArm: return joints.shoulder
    case .rightUpperArm: return joints.shoulder * mirror
    case .leftForearm where plan == .winged: return Vector(joints.arm.upper, 0, 0)
    case .rightForearm where plan == .winged: return Vector(-joints.arm.upper, 0, 0)
    case .leftForearm, .rightForearm: return Vector(0, -joints.arm.upper, 0)
    case .leftHand, .rightHand: return Vector(0, -joints.arm.lower, 0)
    case .leftThigh: return joints.hip
    case .rightThigh: return joints.hip * mirror
    case .leftShin, .rightShin: return Vector(0, -joints.leg.upper, 0)
    case .leftFoot, .rightFoot: return Vector(0, -joints.leg.lower, 0)
    case .leftToes, .rightToes: return -(legs.last?.sole.ankle ?? .zero)
    case .leftForetoes, .rightForetoes: return -(legs.first?.sole.ankle ?? .zero)
    case .tail: return joints.tail
    case .tailTip: return joints.tailTip
    default: return .zero
    }
  }
}
