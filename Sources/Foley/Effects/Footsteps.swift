import Media

/// Somebody walks.
package struct Footsteps: ShortSound {
  package static let paces = 20.0...240.0
  package static let lengths = 0.3...60.0

  package let surface: Material
  package let pace: Double
  package let seconds: Double
  package let weight: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - pace: Steps a minute, 20 … 240: 110 walks, 170 runs.
  ///   - seconds: 0.3 … 60. The last step begins before the end.
  ///   - weight: 0, a child on tiptoe, … 1, a giant in boots.
  package init(
    on surface: Material = .wood, pace: Double = 110, seconds: Double = 4, weight: Double = 0.5, seed: UInt64 = 0
  ) {
    precondition(Footsteps.paces.contains(pace), "a pace is from 20 to 240 steps a minute")
    precondition(Footsteps.lengths.contains(seconds), "footsteps are from 0.3 to 60 s long")
    precondition(Impact.strengths.contains(weight), "weight is from 0 to 1")
    (self.surface, self.pace, self.seconds, self.weight, self.seed) = (surface, pace, seconds, weight, seed)
  }

  var frameCount: Int { AudioBlock.frames(seconds + 0.4) }

  func played() -> AudioBlock {
    var block = AudioBlock(frameCount: frameCount)
    let period = 60 / pace
    for step in 0..<Int((seconds / period).rounded(.up)) {
      var dice = Dice(seed, Int64(step), 1)
      let time = max(0, (Double(step) + dice.real(-0.03, 0.03)) * period)
      let side = step.isMultiple(of: 2) ? -0.15 : 0.15
      add(step: side, to: &block, at: time, &dice)
    }
    return block.finished(strength: 0.35 + 0.65 * weight, fadeOut: 0.2, floor: 30)
  }

  /// A heel that comes down, and a ball of the foot after it: two tops in the force on the ground. Who runs has one.
  private func add(step side: Double, to block: inout AudioBlock, at time: Double, _ dice: inout Dice) {
    let loud = dice.real(0.75, 1)
    let roll = min(0.16, 22 / pace * dice.real(0.7, 0.9))
    tread(1 * loud, speed: 2.2, side, to: &block, at: time, &dice)
    if pace < 160 { tread(0.4 * loud, speed: 0.9, side, to: &block, at: time + roll, &dice) }
    scuff(0.05 * loud, side, to: &block, at: time + roll * 0.5, dice)
  }

  private func tread(
    _ gain: Double, speed: Double, _ side: Double, to block: inout AudioBlock, at time: Double, _ dice: inout Dice
  ) {
    let shoe = Body(.rubber, size: 0.09 + 0.06 * weight, damping: 3)
    let ground = Body(surface, size: surface.substance.shape == .block ? 0.5 : 0.9, damping: 4)
    let strike = Strike(body: ground, other: shoe, speed: speed * (0.4 + weight))
    var foot = AudioBlock(frameCount: AudioBlock.frames(0.35))
    strike.add(to: &foot, at: 0, gain: 1, Dice(dice.next()))
    // Hard soles click; what they click with is harder than what carries them.
    let sole = Strike(body: Body(surface, size: 0.12, damping: 6), other: nil, speed: 1)
    if surface.grains == nil { sole.add(to: &foot, at: 0, gain: 0.35, Dice(dice.next())) }
    foot.fade(in: 0, out: 4_000)
    block.add(foot.balanced(to: gain, side), at: AudioBlock.frames(time))
  }

  private func scuff(_ gain: Double, _ side: Double, to block: inout AudioBlock, at time: Double, _ dice: Dice) {
    let length = AudioBlock.frames(0.14)
    let swell = Swell(frameCount: length, attack: 0.4)
    var scuff = AudioBlock(frameCount: length)
    Hiss(.pink, .band, dice).add(to: &scuff) { sample in
      Tone(1_800, q: 0.5, gain: gain * Double(swell.level(sample)), pan: side)
    }
    block.add(scuff, at: AudioBlock.frames(time))
  }
}

extension AudioBlock {
  /// With its peak at a level, and to one side.
  fileprivate consuming func balanced(to gain: Double, _ side: Double) -> AudioBlock {
    let (most, ears, count) = (max(peak, 1e-9), Ears(pan: side), frameCount)
    withEars { left, right in
      for index in 0..<count {
        left[index] *= Float(gain * ears.left) / most
        right[index] *= Float(gain * ears.right) / most
      }
    }
    return self
  }
}
