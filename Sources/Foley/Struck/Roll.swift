import Media

/// A thing rolls over a floor, and may come to rest.
package struct Roll: ShortSound {
  package static let speeds = 0.05...10.0
  package static let lengths = 0.1...60.0

  package let body: Body
  package let floor: Material
  package let speed: Double
  package let seconds: Double
  package let slows: Bool
  package let seed: UInt64

  /// - Parameters:
  ///   - body: Its size is its diameter.
  ///   - speed: In m/s, 0.05 … 10.
  ///   - seconds: 0.1 … 60.
  ///   - slows: Whether it comes to rest at the end, as friction would have it.
  package init(
    _ body: Body, on floor: Material = .wood, speed: Double = 1, seconds: Double = 2, slows: Bool = true,
    seed: UInt64 = 0
  ) {
    precondition(Roll.speeds.contains(speed), "rolling is from 0.05 to 10 m/s fast")
    precondition(Roll.lengths.contains(seconds), "rolling is from 0.1 to 60 s long")
    (self.body, self.floor, self.speed, self.seconds) = (body, floor, speed, seconds)
    (self.slows, self.seed) = (slows, seed)
  }

  private var ground: Body { Body(floor, size: 1.2, damping: 3) }
  private var rolled: Body { Body(body.material, size: body.size, damping: min(50, body.damping * 2)) }

  var frameCount: Int { AudioBlock.frames(seconds + 0.4) }

  func played() -> AudioBlock {
    var (block, dice) = (AudioBlock(frameCount: frameCount), Dice(seed))
    let force = force(&dice)
    rolled.modes(&dice).ring(under: force, into: &block)
    ground.modes(&dice).ring(under: force, into: &block, gain: 1.2)
    block.add(force.samples, at: 0, gain: 0.05, pan: 0)
    if let grains = floor.grains { addCrunch(grains, to: &block, &dice) }
    return block.finished(strength: min(1, 0.35 + 0.25 * speed), fadeOut: 0.1)
  }

  /// Of its first speed, what is left at a time.
  private func pace(_ time: Double) -> Double {
    guard time < seconds else { return 0 }
    let start = min(1, time / 0.02)
    return slows ? start * (1 - time / seconds) : start
  }

  /// How far it has come, in metres.
  private func way(_ time: Double) -> Double {
    slows ? speed * time * (1 - 0.5 * time / seconds) : speed * time
  }

  /// The profile of the floor passes under the point of contact: its finest waves as fast as speed / 2 mm, louder with
  /// the speed, and with each turn a body that is not quite round.
  private func force(_ dice: inout Dice) -> Force {
    var force = Force(frameCount: AudioBlock.frames(seconds))
    let turn = dice.unit()
    force.rub(Dice(dice.next()), .low) { sample in
      let time = Double(sample) / 48_000
      let (pace, wobble) = (pace(time), Elementary.sin(2 * .pi * (way(time) / (.pi * body.size) + turn)))
      return Tone(30 + 500 * speed * pace, q: 0.6, gain: 0.5 * pace * (1 + 0.45 * wobble))
    }
    addBumps(to: &force, &dice)
    return force
  }

  /// Grit and joints: small blows, one in so many centimetres.
  private func addBumps(to force: inout Force, _ dice: inout Dice) {
    let contact = Strike(body: body, other: ground, speed: 0.3 * speed).contact
    var place = dice.wait(rate: 1)
    while place * 0.035 < way(seconds) {
      let time = time(of: place * 0.035)
      let blow = dice.unit() * dice.unit() * 2.5 * pace(time)
      force.push(at: AudioBlock.frames(time), contact: contact, impulse: blow)
      place += dice.wait(rate: 1)
    }
  }

  /// When it has come so far: the inverse of `way`.
  private func time(of way: Double) -> Double {
    guard slows else { return way / speed }
    return seconds * (1 - max(0, 1 - 2 * way / (speed * seconds)).squareRoot())
  }

  private func addCrunch(_ grains: Grains, to block: inout AudioBlock, _ dice: inout Dice) {
    var place = 0.0
    while place * 0.01 < way(seconds) {
      let time = time(of: place * 0.01)
      Ping(
        frequency: dice.octaves(grains.low, grains.high), damping: grains.damping,
        gain: 8 * grains.share * dice.unit() * pace(time), pan: dice.real(-0.3, 0.3)
      ).add(to: &block, at: AudioBlock.frames(time))
      place += dice.wait(rate: 1)
    }
  }
}
