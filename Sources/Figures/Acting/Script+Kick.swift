internal import World

extension Script {
  /// Goes to where the right foot meets the thing in the direction of the aim, steps beside it, and swings.
  mutating func kick(_ thing: String, _ aim: Aim, at time: Double) {
    let start = ready(at: time)
    guard let ball = surroundings.place(of: thing, at: start) else { return }
    let target = surroundings.target(of: aim, from: ball, at: start)
    let way = (target - ball).level
    let aimed = way.length > 0.01 ? way.normalized : Vector.ahead(heading)
    let size = anatomy.height
    let radius = surroundings.radius(of: thing)
    attend(to: ball, from: start)
    let side = Rotation(yaw: aimed.heading, pitch: 0, roll: 0)(Vector(0.055, 0, -0.30) * size)
    let contact = ball.level + side - aimed * (radius + 0.05 * size) + Vector(0, ground.y, 0)
    let before = contact - aimed * 0.42 * size
    if !stands(near: contact, along: aimed) {
      travel(to: before, at: start, runs: (before - ground).length > 3 * size)
    }
    // A step takes up a small turn.
    if abs((aimed.heading - heading).turned) > 0.25 { turn(to: aimed.heading, at: clock) }
    let begin = ready(at: start)
    guard begin < horizon else { return }
    let touch: Double
    if anatomy.plan == .upright {
      touch = swingLeg(at: begin, body: contact, ball: ball, aimed, radius)
    } else {
      touch = nudge(at: begin, to: contact)
    }
    attend(to: target, from: touch + 0.15)
    attend(to: nil, from: touch + 2)
    partings.append(Parting(time: touch, thing: thing, aim: aim, place: ball - aimed * radius))
  }

  /// Whoever is as near as a run-up would bring them, and behind the thing, does not go back for one.
  private func stands(near contact: Vector, along aimed: Vector) -> Bool {
    let way = contact - ground
    let along = way.dot(aimed)
    let aside = (way - aimed * along).level.length
    return (-0.02...0.45).contains(along / anatomy.height) && aside < 0.2 * anatomy.height
  }

  private mutating func swingLeg(
    at begin: Double, body: Vector, ball: Vector, _ aimed: Vector, _ radius: Double
  ) -> Double {
    let (size, sole) = (anatomy.height, anatomy.legs[1].sole)
    let (touch, end) = (begin + 0.62, body + aimed * 0.22 * size)
    // The standing foot comes down beside the thing.
    plant(
      .left, rise: begin + 0.02, lift: begin + 0.1, land: begin + 0.42, at: home(.left, at: body + aimed * 0.13 * size),
      clearance: 0.05 * size)
    func key(_ time: Double, _ place: Vector, _ height: Double) -> (time: Double, value: Vector) {
      (begin + time, place.level + .up * (height * size + ground.y))
    }
    let lane = home(.right, at: body) - body
    let from = footings[1].last.place + .up * sole.radius
    let met = ball.level - aimed * (radius + 0.05 * size)
    let track = Track<Vector>([
      (begin + 0.28, from), key(0.46, body + lane - aimed * 0.36 * size, 0.17),
      (touch, Vector(met.x, max(ground.y + sole.radius * 1.1, min(ball.y, ground.y + 0.12 * size)), met.z)),
      key(0.78, met + aimed * 0.26 * size, 0.20), key(0.95, end + lane + aimed * 0.10 * size, 0.14),
      (begin + 1.25, home(.right, at: end) + .up * sole.radius),
    ])
    plant(
      .right, rise: begin + 0.12, lift: begin + 0.28, land: begin + 1.25, at: home(.right, at: end), clearance: 0,
      toeOff: 1.0, path: .led(track))
    plant(
      .left, rise: begin + 1.36, lift: begin + 1.42, land: begin + 1.62, at: home(.left, at: end),
      clearance: 0.02 * size, toeOff: 0.2)
    let way = (end - ground).length
    let pace = Pace(cruise: way / 0.75, up: 0.3, hold: 0.45, down: 0.3)
    step(
      Stretch(
        start: begin, from: ground, to: end, headings: (heading, heading), turning: 0, delay: 0, pace: pace, gait: nil))
    moves.add(Gesture(at: begin, lasting: 1.6, rise: 0.25, fall: 0.5, Script.kickKeys))
    clock = begin + 1.75
    return touch
  }

  /// The arm across from the leg goes ahead; the trunk leans back, then over the leg.
  private static let kickKeys: [(time: Double, value: Posture)] = [
    (0, kicking(0.05, 0, .init(ahead: 0.2, spread: 0.3, bent: 0.5), .init(ahead: 0.2, spread: 0.3, bent: 0.5))),
    (
      0.46,
      kicking(-0.14, -0.40, .init(ahead: 0.5, spread: 1.25, bent: 0.3), .init(ahead: -0.3, spread: 0.9, bent: 0.4))
    ),
    (0.62, kicking(0.12, 0.20, .init(ahead: 0.9, spread: 0.7, bent: 0.4), .init(ahead: -0.7, spread: 0.6, bent: 0.5))),
    (0.82, kicking(0.10, 0.40, .init(ahead: 1.2, spread: 0.2, bent: 0.5), .init(ahead: -0.9, spread: 0.6, bent: 0.4))),
    (1.6, kicking(0, 0, .init(ahead: 0.1, spread: 0.15, bent: 0.3), .init(ahead: 0.1, spread: 0.15, bent: 0.3))),
  ]

  private static func kicking(_ lean: Double, _ hips: Double, _ left: ArmAngles, _ right: ArmAngles) -> Posture {
    Posture(
      trunk: Vector(lean, -hips * 1.2, 0), head: Vector(0.3 - lean, hips * 0.4, 0), tilt: Vector(-lean * 0.6, hips, 0),
      left: left, right: right)
  }

  /// Who has no leg to spare pushes with the head.
  private mutating func nudge(at begin: Double, to place: Vector) -> Double {
    func posture(_ head: Double, _ ahead: Double) -> Posture {
      Posture(trunk: Vector(head * 0.3, 0, 0), head: Vector(head, 0, 0), hips: Vector(0, 0, ahead))
    }
    moves.add(
      Gesture(
        at: begin, lasting: 1, rise: 0.2, fall: 0.3,
        [
          (0, posture(0, 0)), (0.3, posture(0.5, -0.04)), (0.5, posture(0.35, 0.06)), (0.65, posture(0, 0.05)),
          (1, posture(0, 0)),
        ]))
    clock = begin + 1
    return begin + 0.5
  }
}
