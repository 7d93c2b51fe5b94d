import Media

/// What a trailer has before the picture changes: noise and tones that climb until they stop.
package struct Riser: ShortSound {
  package static let lengths = 0.5...30.0

  package let seconds: Double
  package let pitch: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - seconds: 0.5 … 30; it ends when it is loudest.
  ///   - pitch: In hertz, where it begins, 40 … 1000; it climbs three octaves.
  package init(seconds: Double = 3, pitch: Double = 110, seed: UInt64 = 0) {
    precondition(Riser.lengths.contains(seconds), "a riser is from 0.5 to 30 s long")
    precondition((40...1_000).contains(pitch), "a riser's pitch is from 40 to 1000 Hz")
    (self.seconds, self.pitch, self.seed) = (seconds, pitch, seed)
  }

  var frameCount: Int { AudioBlock.frames(seconds) }

  func played() -> AudioBlock {
    var (block, dice) = (AudioBlock(frameCount: frameCount), Dice(seed))
    Hiss(.pink, .band, Dice(dice.next())).add(to: &block) { sample in
      let share = Double(sample) / Double(frameCount)
      return Tone(300 * Elementary.exp2(4.5 * share), q: 1.2, gain: 0.9 * share * share)
    }
    // Eight strings a little out of tune, as a choir is.
    for string in 0..<8 {
      let start = pitch * Double(1 + string / 3) * dice.real(0.99, 1.01)
      Glide(
        from: start, to: start * 8 * dice.real(0.98, 1.02), seconds: seconds, gain: 0.11, pan: dice.real(-0.8, 0.8),
        octave: 0.5, attack: 0.97, vibrato: 0.004, vibratoRate: dice.real(4, 7)
      ).add(to: &block, at: 0)
    }
    return block.finished(strength: 0.9, fadeOut: 0.03, floor: 40)
  }
}
