internal import Media
internal import World

/// What nobody does on purpose: breathing, shifting the weight, blinking.
struct Idle {
  private let seed: UInt64
  /// Where in each cycle this figure is at 0, so that two do not breathe as one.
  private let phases: SIMD4<Double>

  init(_ seed: UInt64, _ name: String) {
    var dice = Dice(seed, name)
    self.seed = dice.next()
    phases = SIMD4(dice.unit(), dice.unit(), dice.unit(), dice.unit()) * 2 * .pi
  }

  /// Fifteen breaths a minute; the weight moves to and fro in twelve seconds or so.
  func posture(at time: Double, _ plan: Anatomy.Plan) -> Posture {
    let breath = Elementary.sin(time * 1.57 + phases.x)
    let shift = Elementary.sin(time * 0.53 + phases.y) + 0.4 * Elementary.sin(time * 1.13 + phases.z)
    let glance = Elementary.sin(time * 0.71 + phases.w)
    let arm = ArmAngles(ahead: 0.04, spread: 0.14 + 0.008 * breath, turned: -0.1, bent: 0.26)
    guard plan == .upright else {
      return Posture(trunk: Vector(0.006 * breath, 0, 0), head: Vector(0.02 * breath, 0.06 * glance, 0))
    }
    return Posture(
      trunk: Vector(-0.012 * breath, 0.01 * shift, 0.014 * shift),
      head: Vector(0.012 * breath, 0.03 * glance, 0.012 * shift), tilt: Vector(0, 0, -0.014 * shift),
      hips: Vector(0.006 * shift, 0, 0), left: arm, right: arm)
  }

  /// A blink takes a fifth of a second, and comes every four seconds, give or take.
  func lids(at time: Double) -> Double {
    let slot = (time / 3.7).rounded(.down)
    var dice = Dice(seed, Int(slot))
    return Ease.arch((time - slot * 3.7 - 3 * dice.unit()) / 0.22)
  }
}
