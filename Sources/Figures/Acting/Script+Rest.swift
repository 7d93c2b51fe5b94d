internal import World

extension Script {
  /// On what stands just there, or on the ground.
  mutating func sit(at time: Double) {
    guard !sits else { return }
    let start = ready(at: time)
    guard start < horizon else { return }
    let size = anatomy.height
    let seat = surroundings.seat(
      near: ground, within: 0.6 * size, heights: ground.y + 0.15 * size...ground.y + 0.5 * size)
    seats.add(
      Gesture(
        at: start, lasting: 1e6, rise: 1.2, fall: 1.0, [(0, anatomy.plan == .upright ? seated(on: seat) : crouched)]))
    if anatomy.plan == .upright { lean(at: start) }
    (clock, sits) = (start + 1.2, true)
  }

  mutating func rise(at time: Double) {
    guard sits else { return }
    let start = max(time, clock)
    seats.close(at: start + 1)
    if anatomy.plan == .upright { lean(at: start) }
    (clock, sits) = (start + 1, false)
  }

  /// The trunk goes ahead of the hips, or who sits would fall.
  private mutating func lean(at start: Double) {
    let forward = Posture(trunk: Vector(0.35, 0, 0), head: Vector(-0.3, 0, 0), tilt: Vector(0.25, 0, 0))
    moves.add(
      Gesture(at: start, lasting: 1, rise: 0.3, fall: 0.4, arms: [], [(0, Posture()), (0.45, forward), (1, Posture())]))
  }

  private func seated(on seat: Vector?) -> Posture {
    let arms = ArmAngles(ahead: 0.45, spread: 0.12, bent: 0.85)
    guard let seat else {
      let arms = ArmAngles(ahead: 0.85, spread: 0.18, bent: 0.55)
      return Posture(
        trunk: Vector(0.18, 0, 0), head: Vector(-0.12, 0, 0), tilt: Vector(0.05, 0, 0),
        hips: Vector(0, 0.068 - anatomy.hipHeight / anatomy.height, -0.27), left: arms, right: arms)
    }
    let place = Rotation(yaw: -heading, pitch: 0, roll: 0)(seat - ground) * (1 / anatomy.height)
    let up = place.y + 0.06 - anatomy.hipHeight / anatomy.height
    return Posture(
      trunk: Vector(0.06, 0, 0), hips: Vector(place.x, up, place.z.held(-0.3...0.3)), left: arms, right: arms)
  }

  /// An animal's: the hind part down.
  private var crouched: Posture {
    anatomy.plan == .winged
      ? Posture(hips: Vector(0, -0.12, 0))
      : Posture(head: Vector(0.35, 0, 0), tilt: Vector(-0.5, 0, 0), hips: Vector(0, -0.16, -0.03))
  }
}
