internal import World

/// A way to throw: how the body is held when, and when the hand lets go.
///
/// All have the shape that animators ask for: a wind-up against the throw, hips before shoulders before arm, and a follow-through.
/// Times are those of skilled adults (Fleisig and others, "Kinetics of baseball pitching", 1995; slower here, to be seen).
enum Throw {
  /// Small things: over the shoulder.
  case overarm
  /// What is to go low: bowling, tossing.
  case underarm
  /// Large things upwards: a basketball's set shot.
  case setShot
  /// Large things straight ahead, from the chest.
  case pass

  /// In seconds after the start.
  var release: Double {
    switch self {
    case .overarm: 0.98
    case .underarm: 0.95
    case .setShot: 0.95
    case .pass: 0.72
    }
  }

  var length: Double { release + 0.95 }
  var steps: Bool { self == .overarm || self == .underarm }
  var clasps: Bool { !steps }

  var keys: [(time: Double, value: Posture)] {
    switch self {
    case .overarm: Throw.overarmKeys
    case .underarm: Throw.underarmKeys
    case .setShot: Throw.setShotKeys
    case .pass: Throw.passKeys
    }
  }

  private static let overarmKeys: [(time: Double, value: Posture)] = [
    (
      0,
      body(0, 0, 0, right: .init(ahead: 0.5, spread: 0.2, bent: 1.2), left: .init(ahead: 0.5, spread: 0.2, bent: 1.0))
    ),
    (
      0.42,
      body(
        -0.08, -0.42, -0.45, back: 0.045, right: .init(ahead: 1.1, spread: 1.1, bent: 1.7),
        left: .init(ahead: 1.15, spread: 0.35, bent: 0.35))
    ),
    (
      0.76,
      body(
        -0.20, -0.55, -0.30, back: -0.02, right: .init(ahead: 1.95, spread: 1.55, bent: 1.65),
        left: .init(ahead: 1.4, spread: 0.5, bent: 0.25))
    ),
    (
      0.88,
      body(
        -0.05, -0.15, 0.12, back: -0.05, right: .init(ahead: 2.25, spread: 1.35, bent: 1.45),
        left: .init(ahead: 0.9, spread: 0.6, bent: 0.9))
    ),
    (
      0.98,
      body(
        0.22, 0.25, 0.28, back: -0.06, right: .init(ahead: 2.05, spread: 0.75, bent: 0.45),
        left: .init(ahead: 0.4, spread: 0.5, bent: 1.3))
    ),
    (
      1.14,
      body(
        0.50, 0.45, 0.32, back: -0.05, right: .init(ahead: 1.0, spread: 0.05, bent: 0.30),
        left: .init(ahead: -0.2, spread: 0.4, bent: 1.2))
    ),
    (
      1.38,
      body(
        0.42, 0.40, 0.22, back: -0.03, right: .init(ahead: 0.35, spread: -0.35, bent: 0.75),
        left: .init(ahead: -0.3, spread: 0.35, bent: 0.9))
    ),
    (
      1.93,
      body(0, 0, 0, right: .init(ahead: 0.1, spread: 0.15, bent: 0.3), left: .init(ahead: 0.1, spread: 0.15, bent: 0.3))
    ),
  ]

  private static let underarmKeys: [(time: Double, value: Posture)] = [
    (
      0,
      body(0, 0, 0, right: .init(ahead: 0.6, spread: 0.1, bent: 1.2), left: .init(ahead: 0.5, spread: 0.15, bent: 0.9))
    ),
    (
      0.25,
      body(
        0.12, 0, 0, right: .init(ahead: 0.9, spread: 0.1, bent: 0.6), left: .init(ahead: 0.6, spread: 0.25, bent: 0.6))
    ),
    (
      0.62,
      body(
        0.40, -0.25, -0.15, down: -0.05, right: .init(ahead: -1.05, spread: 0.2, bent: 0.1),
        left: .init(ahead: 0.7, spread: 0.5, bent: 0.3))
    ),
    (
      0.95,
      body(
        0.62, 0.10, 0.10, down: -0.12, back: -0.04, right: .init(ahead: 0.55, spread: 0.08, bent: 0.05),
        left: .init(ahead: -0.3, spread: 0.8, bent: 0.3))
    ),
    (
      1.20,
      body(
        0.42, 0.18, 0.12, down: -0.08, back: -0.04, right: .init(ahead: 2.0, spread: 0.05, bent: 0.35),
        left: .init(ahead: -0.4, spread: 0.7, bent: 0.4))
    ),
    (
      1.90,
      body(0, 0, 0, right: .init(ahead: 0.3, spread: 0.15, bent: 0.6), left: .init(ahead: 0.1, spread: 0.15, bent: 0.3))
    ),
  ]

  private static let setShotKeys: [(time: Double, value: Posture)] = [
    (0, shot(0, down: 0, Vector(0, 0.03, 0.165))), (0.42, shot(0.22, down: -0.085, Vector(0, 0.02, 0.15))),
    (0.70, shot(0.05, down: -0.05, Vector(0, 0.225, 0.15))), (0.86, shot(-0.05, down: 0.0, Vector(0, 0.37, 0.17))),
    (0.95, shot(-0.04, down: 0.006, Vector(0, 0.435, 0.215))), (1.12, shot(0.02, down: 0.006, Vector(0, 0.43, 0.25))),
    (1.40, shot(0.04, down: -0.01, Vector(0, 0.36, 0.25))), (1.90, shot(0, down: 0, Vector(0, 0.02, 0.2))),
  ]

  private static let passKeys: [(time: Double, value: Posture)] = [
    (0, shot(0, down: 0, Vector(0, 0.05, 0.165))), (0.40, shot(-0.08, down: -0.04, Vector(0, 0.10, 0.125))),
    (0.72, shot(0.22, down: -0.03, Vector(0, 0.13, 0.35))), (0.90, shot(0.26, down: -0.03, Vector(0, 0.12, 0.37))),
    (1.67, shot(0, down: 0, Vector(0, 0.02, 0.2))),
  ]

  /// - Parameters:
  ///   - lean: Forward.
  ///   - twist: Of the shoulders against the hips; both to the left, as a right hand goes forward.
  private static func body(
    _ lean: Double, _ twist: Double, _ hips: Double, down: Double = 0, back: Double = 0, right: ArmAngles,
    left: ArmAngles
  ) -> Posture {
    Posture(
      trunk: Vector(lean * 0.7, twist, 0), head: Vector(-lean * 0.6, -(twist + hips) * 0.9, 0),
      tilt: Vector(lean * 0.4, hips, 0), hips: Vector(0, down, -back), left: left, right: right)
  }

  private static func shot(_ lean: Double, down: Double, _ clasp: Vector) -> Posture {
    Posture(
      trunk: Vector(lean, 0, 0), head: Vector(-lean - 0.06, 0, 0), hips: Vector(0, down, down * 0.5), clasp: clasp)
  }
}
