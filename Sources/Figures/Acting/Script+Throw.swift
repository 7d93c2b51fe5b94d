internal import World

extension Script {
  var held: Hold? { holds.last.flatMap { $0.to > 1e8 ? $0 : nil } }

  mutating func throwHeld(_ aim: Aim, at time: Double) {
    let start = max(ready(at: time), holds.last?.from ?? 0)
    let shoulder = ground + .up * anatomy.height * 0.8
    let target = surroundings.target(of: aim, from: shoulder, at: start)
    if anatomy.plan == .upright { turn(towards: target, at: start) }
    let begin = ready(at: start)
    guard begin < horizon else { return }
    attend(to: target, from: begin - 0.3)
    let style = style(for: target)
    if anatomy.plan != .upright { toss(at: begin) } else { swing(style, at: begin) }
    let release = begin + (anatomy.plan == .upright ? style.release : 0.55)
    attend(to: nil, from: release + 1.6)
    letGo(aim, at: release)
  }

  private func style(for target: Vector) -> Throw {
    let (height, away) = (anatomy.height, (target - ground).level.length)
    let isLow = target.y - ground.y < 0.35 * height
    guard let held, held.isLarge else { return isLow && away < 12 * height ? .underarm : .overarm }
    return target.y - ground.y > 1.05 * height ? .setShot : .pass
  }

  private mutating func swing(_ style: Throw, at begin: Double) {
    moves.add(
      Gesture(
        at: begin, lasting: style.length, rise: 0.3, fall: 0.5, clasps: style.clasps && held?.isLarge == true,
        style.keys))
    clock = begin + style.length
    guard style.steps else { return }
    // A step with the foot across from the hand; the other follows.
    let end = ground + Vector.ahead(heading) * anatomy.height * 0.24
    let long = Vector.ahead(heading) * anatomy.height * 0.06
    let fast = style.release
    plant(
      .left, rise: begin + 0.2, lift: begin + 0.36, land: begin + fast - 0.2, at: home(.left, at: end) + long,
      clearance: 0.07 * anatomy.height)
    plant(
      .right, rise: begin + fast - 0.12, lift: begin + fast + 0.14, land: begin + fast + 0.5, at: home(.right, at: end),
      clearance: 0.03 * anatomy.height, toeOff: 0.8)
    plant(
      .left, rise: begin + fast + 0.6, lift: begin + fast + 0.68, land: begin + fast + 0.92, at: home(.left, at: end),
      clearance: 0.02 * anatomy.height, toeOff: 0.2)
    let pace = Pace(cruise: anatomy.height * 0.24 / (fast + 0.05), up: 0.5, hold: fast - 0.45, down: 0.5)
    step(
      Stretch(
        start: begin + 0.25, from: ground, to: end, headings: (heading, heading), turning: 0, delay: 0, pace: pace,
        gait: nil))
    clock = begin + fast + 0.95
  }

  /// From the mouth, with the head.
  private mutating func toss(at begin: Double) {
    func posture(_ head: Double) -> Posture { Posture(trunk: Vector(head * 0.3, 0, 0), head: Vector(head, 0, 0)) }
    moves.add(
      Gesture(
        at: begin, lasting: 1.1, rise: 0.2, fall: 0.3,
        [(0, posture(0)), (0.38, posture(0.6)), (0.55, posture(-0.35)), (0.75, posture(-0.5)), (1.1, posture(0))]))
    clock = begin + 1.1
  }

  mutating func letGo(_ aim: Aim?, at time: Double) {
    guard let held else { return }
    holds[holds.count - 1].to = time
    partings.append(Parting(time: time, thing: held.thing, aim: aim))
  }

  mutating func drop(at time: Double) { letGo(nil, at: time) }

  mutating func hold(_ thing: String, from time: Double) {
    let radius = surroundings.radius(of: thing)
    holds.append(
      Hold(
        thing: thing, radius: radius, from: time, to: 1e9,
        isLarge: anatomy.plan == .upright && radius > 0.05 * anatomy.height))
  }
}
