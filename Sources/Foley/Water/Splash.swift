import Media

/// Something falls into water: the slap, the hollow that closes, the spray that comes down.
package struct Splash: ShortSound {
  package static let sizes = 0.02...2.0

  package let size: Double
  package let strength: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - size: Of what falls, in metres, 0.02 … 2.
  ///   - strength: 0 … 1.
  package init(size: Double = 0.3, strength: Double = 0.8, seed: UInt64 = 0) {
    precondition(Splash.sizes.contains(size), "what splashes is from 2 cm to 2 m long")
    precondition(Impact.strengths.contains(strength), "strength is from 0 to 1")
    (self.size, self.strength, self.seed) = (size, strength, seed)
  }

  /// Spray flies as long as what is thrown up that high: the time of a free fall goes as the root.
  private var spray: Double { 0.45 + 1.1 * size.squareRoot() * (0.4 + 0.6 * strength) }
  /// When the hollow closes: about √(size / g).
  private var closing: Double { 0.03 + 0.32 * (size / 2).squareRoot() }

  var frameCount: Int { AudioBlock.frames(spray + closing + 0.5) }

  func played() -> AudioBlock {
    var (block, dice) = (AudioBlock(frameCount: frameCount), Dice(seed))
    addSlap(to: &block, &dice)
    addHollow(to: &block, &dice)
    addBubbles(to: &block, &dice)
    addSpray(to: &block, &dice)
    return block.finished(strength: strength, fadeOut: 0.2)
  }

  /// The surface is torn open: noise that is over in a moment, the lower the larger.
  private func addSlap(to block: inout AudioBlock, _ dice: inout Dice) {
    let top = 1_200 / (0.3 + size) + 2_500 * strength
    let length = 0.02 + 0.05 * size.squareRoot()
    Hiss(.pink, .low, Dice(dice.next())).add(to: &block) { sample in
      let time = Double(sample) / 48_000
      let level = time < 0.004 ? time / 0.004 : Elementary.exp2(-(time - 0.004) / length * 2)
      return Tone(300 + top * level, gain: 1.1 * level)
    }
  }

  private func addHollow(to block: inout AudioBlock, _ dice: inout Dice) {
    for _ in 0..<4 {
      let pitch = 110 / size.squareRoot() * dice.real(0.8, 1.6)
      let place = AudioBlock.frames(closing * dice.real(0.8, 1.3))
      Ping(
        frequency: pitch, rise: 0.8, damping: 9 + pitch / 40, gain: dice.real(0.15, 0.4), pan: dice.real(-0.3, 0.3)
      ).add(to: &block, at: place)
    }
  }

  /// Air that was drawn under comes up in bubbles of all sizes.
  private func addBubbles(to block: inout AudioBlock, _ dice: inout Dice) {
    for _ in 0..<Int(60 + 220 * size.squareRoot() * (0.3 + strength)) {
      let late = closing + dice.wait(rate: 5 / spray)
      let pitch = dice.octaves(max(250, 500 / (0.6 + size)), 4_500)
      let gain = 0.22 * dice.unit() * (700 / (700 + pitch)) * Elementary.exp2(-late / spray * 2)
      Bubble(pitch: pitch, gain: gain, pan: dice.real(-0.7, 0.7), rise: dice.unit() < 0.4 ? 0.12 : 0).ping
        .add(to: &block, at: AudioBlock.frames(late))
    }
  }

  /// Drops come down again, first many, then few: a hiss, and ticks out of it.
  private func addSpray(to block: inout AudioBlock, _ dice: inout Dice) {
    let (begin, length) = (0.03, spray)
    Hiss(.white, .high, Dice(dice.next())).add(to: &block) { sample in
      let late = (Double(sample) / 48_000 - begin) / length
      let level = late < 0 ? 0 : min(1, late * 8) * Elementary.exp2(-late * 6)
      return Tone(2_600, q: 0.6, gain: 0.13 * strength * level)
    }
    for _ in 0..<Int(120 * strength * size.squareRoot()) {
      let late = begin + length * (0.25 + dice.wait(rate: 4))
      Ping(
        frequency: dice.octaves(2_000, 9_000), damping: dice.real(700, 2_000), gain: 0.08 * dice.unit(),
        pan: dice.real(-0.8, 0.8)
      ).add(to: &block, at: AudioBlock.frames(late))
    }
  }
}
