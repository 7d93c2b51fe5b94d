internal import Media
internal import World

extension Script {
  mutating func wave(for seconds: Double, at time: Double) {
    let start = max(time, waves.busy)
    guard start < horizon else { return }
    let length = seconds.held(0.8...60)
    // What holds something does not wave.
    let side: Side = held == nil ? .right : .left
    let beats = Int((length / 0.24).rounded())
    let keys = (0...beats).map { beat in
      (Double(beat) * length / Double(beats), waving(side, out: beat.isMultiple(of: 2)))
    }
    waves.add(Gesture(at: start, lasting: length, rise: 0.4, fall: 0.45, arms: [side], keys))
  }

  private func waving(_ side: Side, out: Bool) -> Posture {
    guard anatomy.plan == .upright else { return Posture(head: Vector(-0.2, 0, out ? 0.12 : -0.12)) }
    var posture = Posture(trunk: Vector(0, 0, -0.04 * side.sign), head: Vector(0, 0, -0.05 * side.sign))
    posture[side] = ArmAngles(ahead: 1.5, spread: out ? 1.5 : 1.3, bent: out ? 1.05 : 1.7)
    return posture
  }

  mutating func nod(at time: Double) {
    let start = max(time, nods.busy)
    guard start < horizon else { return }
    func head(_ pitch: Double) -> Posture { Posture(head: Vector(pitch, 0, 0)) }
    nods.add(
      Gesture(
        at: start, lasting: 1.1, rise: 0.15, fall: 0.2, arms: [],
        [(0, head(0)), (0.16, head(-0.07)), (0.36, head(0.32)), (0.56, head(0.02)), (0.76, head(0.22)), (1.1, head(0))])
    )
  }

  mutating func look(at place: Vector, from time: Double) { attend(to: place, from: time) }

  /// Turns head and eyes, one look after the other. To look ahead again is only for who has nothing else to look at.
  mutating func attend(to place: Vector?, from time: Double) {
    if let last = looks.last, last.place == nil, last.time > time { looks.removeLast() }
    let start = max(time, (looks.last?.time ?? -1) + Look.length)
    if start < horizon { looks.append(Look(time: start, place: place)) }
  }

  mutating func say(_ text: String, at time: Double) {
    let start = max(time, talks.last?.span.upperBound ?? 0)
    guard start < horizon else { return }
    talks.append(Talk(text, at: start))
  }
}
