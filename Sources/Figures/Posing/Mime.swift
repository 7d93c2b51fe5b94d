internal import Media
internal import World

/// Plays a script: what the figure does at a time, all acts together, and the pose that it makes.
struct Mime {
  let script: Script
  private let skeleton: Skeleton
  private let figure: (place: Vector, heading: Double)
  private let idle: Idle
  private let mouth: (@Sendable (Time) -> Lips?)?

  init(_ figure: Figure, _ script: Script, seed: UInt64, mouth: (@Sendable (Time) -> Lips?)?) {
    (self.script, skeleton, self.mouth) = (script, Skeleton(anatomy: script.anatomy), mouth)
    self.figure = (figure.place.near, figure.heading.turned)
    idle = Idle(seed, figure.name)
  }

  func frames(at time: Double) -> Frames { skeleton.frames(stance(at: time)) }

  /// Between both palms for what is large, in the right palm for what is not; in the mouth of who has no hands.
  func grip(at time: Double) -> Pose {
    let (frames, body) = (frames(at: time), script.anatomy)
    guard body.plan == .upright else { return frames[.head] * Pose(body.features.mouth) }
    let hold = script.holds.latest(at: time, \.from) ?? script.holds.first
    let palm = Vector(0, -body.joints.palm, 0)
    if hold?.isLarge == true {
      let middle = (frames[.leftHand](palm) + frames[.rightHand](palm)) / 2
      return Pose(middle, frames[.chest].rotation)
    }
    let depth = (hold?.radius ?? 0) + 0.012 * body.height
    return frames[.rightHand] * Pose(palm + Vector(0, -depth * 0.6, 0))
  }

  func stance(at time: Double) -> Stance {
    // What has fallen is no longer its own master: its last pose stays.
    let time = min(max(time, 0), script.fall ?? script.horizon + 3_600)
    let stretch = script.route.latest(at: time, \.start)
    var stance = Stance(
      ground: stretch?.place(at: time) ?? figure.place, heading: stretch?.heading(at: time) ?? figure.heading, feet: [])
    stance.rise = rise(at: time)
    stance.feet = script.footings.map { $0.foot(at: time, rise: stance.rise) }
    stance.posture = idle.posture(at: time, script.anatomy.plan)
    stretch?.sway(&stance, at: time, script.anatomy)
    script.seats.apply(to: &stance, at: time)
    carry(&stance, at: time)
    for channel in [script.moves, script.waves, script.nods] { channel.apply(to: &stance, at: time) }
    stance.grasps = script.grasps.filter { $0.span.contains(time) }.map {
      ($0.place, $0.palm, $0.weight(at: time), $0.side)
    }
    express(&stance, at: time)
    fly(&stance, at: time)
    if script.anatomy.plan == .fourLegged { stance.wag += 0.35 * Elementary.sin(time * 6.5) }
    return stance
  }

  private func rise(at time: Double) -> Double {
    let leap = script.leaps.latest(at: time, \.start)
    let flight = script.flights.latest(at: time, \.span.lowerBound)
    return (leap?.rise(at: time) ?? 0) + (flight?.rise(at: time) ?? 0)
  }

  private func carry(_ stance: inout Stance, at time: Double) {
    guard script.anatomy.plan == .upright, let hold = script.holds.latest(at: time, \.from) else { return }
    let weight = Ease.gentle((time - hold.from) / 0.9) * Ease.gentle((hold.to + 0.6 - time) / 0.6)
    if hold.isLarge {
      stance.posture.clasp = Vector(0, 0.01, 0.165)
      (stance.clasping, stance.claspRadius) = (weight, hold.radius)
    } else {
      let arm = ArmAngles(ahead: 0.25, spread: 0.16, bent: 1.25)
      stance.posture.right = stance.posture.right.mixed(with: arm, weight)
    }
  }

  private func fly(_ stance: inout Stance, at time: Double) {
    guard let span = script.flights.latest(at: time, \.span.lowerBound)?.span else { return }
    stance.wings = (  // 4.5 beats a second: a thrush's would be a blur
      Ease.envelope(time, span, rise: 0.3, fall: 0.3), 2 * .pi * 4.5 * (time - span.lowerBound)
    )
  }

  // MARK: Face

  private func express(_ stance: inout Stance, at time: Double) {
    stance.face.lids = idle.lids(at: time)
    look(&stance, at: time)
    let talk = script.talks.latest(at: time, \.span.lowerBound)
    stance.face.lips = mouth?(Time(near: time)) ?? talk?.lips(at: time) ?? Lips()
    if let talk { speak(talk, &stance, at: time) }
  }

  /// Who talks moves: the head on the beats of the sentence, the free hands a little.
  private func speak(_ talk: Talk, _ stance: inout Stance, at time: Double) {
    let (vigour, since) = (talk.vigour(at: time), time - talk.span.lowerBound)
    let (beat, slow) = (Elementary.sin(since * 5.6), Elementary.sin(since * 2.1))
    stance.posture.head += Vector(0.05 * beat, 0.07 * slow, 0.04 * Elementary.cos(since * 2.9)) * vigour
    stance.face.brows += vigour * (0.4 + 0.4 * slow)
    for side in Side.allCases {
      stance.posture[side] += ArmAngles(ahead: 0.16, spread: 0.03, bent: 0.38 + 0.14 * beat * side.sign) * vigour
    }
  }

  private func look(_ stance: inout Stance, at time: Double) {
    let next = script.looks.partitioningIndex { $0.time > time }
    guard next > 0 else { return }
    let (new, old) = (script.looks[next - 1], next > 1 ? script.looks[next - 2] : nil)
    let (to, from) = (angles(to: new.place, stance), angles(to: old?.place, stance))
    // The eyes are there first, and the head follows.
    let head = from + (to - from) * Ease.gentle((time - new.time) / Look.length)
    let eyes = from + (to - from) * Ease.gentle((time - new.time) / (Look.length * 0.4))
    stance.posture.head += Vector(Ease.limited(head.y * 0.8, to: 0.6), Ease.limited(head.x * 0.8, to: 1.1), 0)
    let rest = eyes - head * 0.8
    stance.face.gaze = SIMD2(Ease.limited(rest.x, to: 0.45), Ease.limited(rest.y, to: 0.3))
  }

  /// To the left and down from where the chest looks; of what lies right behind, 0, as it could be had on either side.
  private func angles(to place: Vector?, _ stance: Stance) -> SIMD2<Double> {
    guard let place else { return .zero }
    let way = place - stance.ground - .up * (script.anatomy.height * 0.93 + stance.rise)
    let posture = stance.posture
    let ahead = Rotation(yaw: -(stance.heading + posture.tilt.y + posture.trunk.y), pitch: 0, roll: 0)(way)
    let flat = ahead.level.length
    guard flat > 1e-6 else { return .zero }
    let yaw = ahead.heading * Ease.smooth((1 + ahead.z / flat) * 2)
    let pitch = Elementary.atan2(-ahead.y, flat) - posture.tilt.x - posture.trunk.x
    return SIMD2(yaw, pitch)
  }
}
