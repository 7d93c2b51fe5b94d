internal import World

/// An arm by its angles, in radians: how far it is raised ahead, spread from the body, turned outwards about its own length,
/// and bent at the elbow. All 0: it hangs straight down.
typealias ArmAngles = SIMD4<Double>

extension SIMD4<Double>: Linear {
  init(ahead: Double = 0, spread: Double = 0, turned: Double = 0, bent: Double = 0) {
    self.init(ahead, spread, turned, bent)
  }
}

/// How a body is held, apart from where its feet are. Trunk, head and hips add up, so that acts can be done at the same time.
struct Posture: Linear {
  /// Forward, to the left, and towards the right shoulder, in radians: of the chest against the hips.
  var trunk = Vector.zero
  /// Of the head against the chest.
  var head = Vector.zero
  /// Of the hips against the way that the figure goes.
  var tilt = Vector.zero
  /// Of the hips from where they are when it stands: left, up, ahead, in statures.
  var hips = Vector.zero
  var left = ArmAngles(repeating: 0)
  var right = ArmAngles(repeating: 0)
  /// Where both hands hold something, in the chest's space, in statures.
  var clasp = Vector.zero

  static func + (a: Posture, b: Posture) -> Posture {
    Posture(
      trunk: a.trunk + b.trunk, head: a.head + b.head, tilt: a.tilt + b.tilt, hips: a.hips + b.hips,
      left: a.left + b.left, right: a.right + b.right, clasp: a.clasp + b.clasp)
  }

  static func * (a: Posture, factor: Double) -> Posture {
    Posture(
      trunk: a.trunk * factor, head: a.head * factor, tilt: a.tilt * factor, hips: a.hips * factor,
      left: a.left * factor, right: a.right * factor, clasp: a.clasp * factor)
  }

  subscript(side: Side) -> ArmAngles {
    get { side == .left ? left : right }
    set { if side == .left { left = newValue } else { right = newValue } }
  }

  /// Left for right.
  var mirrored: Posture {
    let turn = Vector(1, -1, -1)
    return Posture(
      trunk: trunk * turn, head: head * turn, tilt: tilt * turn, hips: hips * Vector(-1, 1, 1), left: right,
      right: left, clasp: clasp * Vector(-1, 1, 1))
  }
}
