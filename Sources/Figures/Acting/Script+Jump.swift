internal import World

extension Script {
  mutating func jump(height: Double, length: Double, at time: Double) {
    let start = ready(at: time)
    let size = anatomy.height
    let leap = Leap(
      start: start, height: height.held(0.02...10), gravity: surroundings.gravity,
      depth: anatomy.hipHeight * (0.22 + 0.12 * height / size).held(0.22...0.36))
    leaps.append(leap)
    let length = length.held(-2.5 * size...2.5 * size)
    var end = ground + Vector.ahead(heading) * length
    // Onto what is there, if the jump is high enough.
    end.y = surroundings.floor(at: end, below: ground.y + leap.height) ?? ground.y
    // Ahead it goes evenly while it flies, as nothing pushes it then.
    let caught = leap.lowest - leap.landing
    let speed = length / (leap.flying + (leap.pushing + caught) / 2)
    let pace = Pace(cruise: abs(speed), up: leap.pushing, hold: leap.flying, down: caught)
    step(
      Stretch(
        start: leap.push, from: ground, to: end, headings: (heading, heading), turning: 0, delay: 0, pace: pace,
        gait: nil))
    leapFeet(
      lift: leap.takeOff, land: leap.landing, to: end, tuck: min(0.12 * size, height.held(0...10) * 0.35),
      impact: leap.speed)
    moves.add(anatomy.plan == .upright ? swung(leap) : gathered(leap))
    clock = leap.end
  }

  /// The arms go back while the knees bend, and pull the body up.
  private func swung(_ leap: Leap) -> Gesture {
    func arms(_ ahead: Double, _ spread: Double, _ bent: Double) -> ArmAngles {
      ArmAngles(ahead: ahead, spread: spread, bent: bent)
    }
    func posture(_ lean: Double, _ arms: ArmAngles, ahead: Double = 0) -> Posture {
      Posture(
        trunk: Vector(lean * 0.6, 0, 0), head: Vector(-lean * 0.5, 0, 0), tilt: Vector(lean * 0.5, 0, 0),
        hips: Vector(0, 0, ahead), left: arms, right: arms)
    }
    let start = leap.start
    let middle = (leap.takeOff + leap.landing) / 2 - start
    return Gesture(
      at: start, lasting: leap.end - start, rise: 0.25, fall: 0.45,
      [
        (0, posture(0, arms(0, 0.15, 0.3))), (0.28, posture(0.6, arms(-0.85, 0.25, 0.25), ahead: -0.04)),
        (leap.push - start, posture(0.72, arms(-0.45, 0.25, 0.3), ahead: -0.05)),
        (leap.takeOff - start, posture(-0.02, arms(1.5, 0.25, 0.4))), (middle, posture(0.16, arms(2.3, 0.5, 0.5))),
        (leap.landing - start + 0.02, posture(0.25, arms(0.9, 0.5, 0.4))),
        (leap.lowest - start + 0.05, posture(0.7, arms(0.1, 0.35, 0.5), ahead: -0.05)),
        (leap.end - start, posture(0, arms(0, 0.15, 0.3))),
      ])
  }

  /// On four legs the trunk goes up with the forelegs first, and comes down with them.
  private func gathered(_ leap: Leap) -> Gesture {
    let (start, pitch) = (leap.start, min(0.3, 0.1 + leap.speed * 0.05))
    func posture(_ pitch: Double) -> Posture { Posture(head: Vector(pitch * -0.5, 0, 0), tilt: Vector(pitch, 0, 0)) }
    return Gesture(
      at: start, lasting: leap.end - start, rise: 0.25, fall: 0.35,
      [
        (0, posture(0)), (leap.push - start, posture(-0.08)), (leap.takeOff - start, posture(-pitch)),
        (leap.landing - start, posture(pitch * 0.8)), (leap.lowest - start + 0.02, posture(0.1)),
        (leap.end - start, posture(0)),
      ])
  }
}
