internal import Media
internal import World

extension Script {
  func gait(_ speed: Double) -> Gait {
    Gait(anatomy.gait, speed: speed, hipHeight: anatomy.hipHeight, gravity: surroundings.gravity)
  }

  /// What people and animals choose: Froude numbers 0.2 for a walk, 1.35 for a person's run, 4 for a gallop.
  func speed(runs: Bool) -> Double {
    let froude = !runs ? 0.2 : anatomy.gait == .quadruped ? 4 : 1.35
    return Gait.speed(froude: froude, hipHeight: anatomy.hipHeight, gravity: surroundings.gravity)
  }

  /// - Parameter exit: The speed that is left at the end; what comes next must begin with it.
  mutating func travel(to target: Vector, at time: Double, runs: Bool, exit: Double = 0) {
    var start = ready(at: time)
    let target = target.level + Vector(0, ground.y, 0)
    let distance = (target - ground).length
    guard start < horizon, distance > 0.03 * anatomy.height else { return }
    if anatomy.plan == .winged, runs || distance > 6 * anatomy.height { return fly(to: target, at: start) }
    // Four legs do not turn about on the run.
    if anatomy.plan == .fourLegged, abs(((target - ground).heading - heading).turned) > 0.6 {
      turn(to: (target - ground).heading, at: start)
    }
    start = ready(at: start)
    let speed = self.speed(runs: runs)
    // No further than it gets while somebody watches.
    let way = min(distance, speed * (horizon - start + 2))
    let end = ground + (target - ground) * (way / distance)
    step(Stretch(at: start, from: ground, heading: heading, to: end, speed: speed, exit: exit, gait: gait))
  }

  mutating func turn(to heading: Double, at time: Double) {
    let turn = (heading - self.heading).turned
    let start = ready(at: time)
    guard abs(turn) > 0.05 else { return }
    step(Stretch(at: start, from: ground, heading: self.heading, turn: turn, gait: gait(0)))
  }

  mutating func turn(towards place: Vector, at time: Double) {
    guard (place - ground).level.length > 0.05 else { return }
    turn(to: (place - ground).heading, at: time)
  }

  /// Adds a stretch to the way and the steps that it takes.
  mutating func step(_ stretch: Stretch) {
    route.append(stretch)
    (clock, ground, heading) = (stretch.end, stretch.to, stretch.headings.to)
    guard let gait = stretch.gait else { return }
    for (leg, phase) in gait.phases.enumerated() {
      for stride in 0..<stretch.strides {
        step(leg, landing: stretch.start + (Double(stride) + phase) * stretch.period, stretch, gait)
      }
    }
  }

  private mutating func step(_ leg: Int, landing: Double, _ stretch: Stretch, _ gait: Gait) {
    let (period, busy) = (stretch.period, footings[leg].busy)
    let lift = max(landing - (1 - gait.duty) * period, max(stretch.start, busy) + 0.08 * period)
    guard landing - lift > 0.05 * period else { return }
    let rise = max(lift - 0.22 * period, busy, stretch.start)
    let isLast = landing > stretch.end - 0.75 * period
    // The body passes over a foot a little before half of the stance: legs reach further back than ahead.
    let standing = min(landing + gait.duty * period * 0.43, stretch.end)
    // How much of a step it is: a short one lifts the foot little.
    let share = (stretch.speed(at: (lift + landing) / 2) / max(gait.speed, 0.1)).held(0.3...1)
    let readiness = min(1, (lift - rise) / (0.22 * period))
    footings[leg].add(
      Swing(
        rise: rise, lift: lift, land: landing, flat: landing + 0.1 * period, from: footings[leg].last,
        to: footprint(of: leg, stretch, at: standing, narrow: isLast ? 0 : min(1, gait.froude / 0.2)),
        toeOff: gait.toeOff * share * readiness, heelStrike: gait.heelStrike * share * (isLast ? 0.3 : 1),
        clearance: gait.clearance * anatomy.hipHeight * share,
        impact: 0.35 + 0.3 * stretch.speed(at: landing)))
  }

  /// Where a foot stands so that the body passes over it at a time.
  ///
  /// - Parameter narrow: Who walks sets the feet nearer to the middle than who stands.
  private func footprint(of leg: Int, _ stretch: Stretch, at time: Double, narrow: Double) -> Print {
    let heading = stretch.heading(at: time)
    let home = anatomy.legs[leg].home * Vector(1 - 0.45 * narrow, 1, 1)
    return Print(place: stretch.place(at: time) + Rotation(yaw: heading, pitch: 0, roll: 0)(home), heading: heading)
  }

  /// Both feet, or all four, at once: for what is done with a leap.
  mutating func leapFeet(lift: Double, land: Double, to place: Vector, tuck: Double, impact: Double) {
    let turn = Rotation(yaw: heading, pitch: 0, roll: 0)
    for (leg, limb) in anatomy.legs.enumerated() {
      let rise = max(footings[leg].busy, lift - 0.16)
      footings[leg].add(
        Swing(
          rise: min(rise, lift), lift: lift, land: max(land, lift + 0.02), flat: max(land, lift + 0.02) + 0.08,
          from: footings[leg].last, to: Print(place: place + turn(limb.home), heading: heading),
          toeOff: rise < lift ? 0.9 : 0, heelStrike: 0, clearance: tuck, impact: impact, path: .leap))
    }
  }

  /// One foot, to a place, apart from any gait.
  mutating func plant(
    _ side: Side, rise: Double, lift: Double, land: Double, at place: Vector, clearance: Double, toeOff: Double = 0.5,
    path: Swing.Path = .step
  ) {
    let leg = side == .left ? 0 : 1
    let rise = max(rise, footings[leg].busy)
    footings[leg].add(
      Swing(
        rise: rise, lift: max(lift, rise + 0.01), land: max(land, rise + 0.02), flat: max(land, rise + 0.02) + 0.1,
        from: footings[leg].last, to: Print(place: place, heading: heading), toeOff: toeOff, heelStrike: 0,
        clearance: clearance, path: path))
  }

  /// Where a foot stands when the figure does, there and with this heading.
  func home(_ side: Side, at place: Vector) -> Vector {
    let home = anatomy.legs[side == .left ? 0 : 1].home
    return place + Rotation(yaw: heading, pitch: 0, roll: 0)(home)
  }

  private mutating func fly(to target: Vector, at time: Double) {
    turn(towards: target, at: time)
    let start = ready(at: time) + 0.2
    let speed = 6 * anatomy.height.squareRoot()
    let distance = min((target - ground).length, speed * (horizon - start + 2))
    let end = ground + (target - ground).normalized * distance
    var stretch = Stretch(at: start, from: ground, heading: heading, to: end, speed: speed, gait: gait)
    (stretch.gait, stretch.strides) = (nil, 0)
    let height = (distance * 0.25).held(2 * anatomy.height...12 * anatomy.height)
    flights.append(Flight(span: start...stretch.end, height: height))
    step(stretch)
    leapFeet(lift: start + 0.05, land: stretch.end - 0.05, to: end, tuck: 0, impact: 0.4)
    clock = stretch.end + 0.2
  }
}
