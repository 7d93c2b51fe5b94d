import Media

/// A ray gun of the films: a taut wire that is struck, whose high waves come in before the low ones.
package struct Zap: ShortSound {
  package static let lengths = 0.08...3.0
  package static let pitches = 100.0...4_000.0

  package let seconds: Double
  package let pitch: Double
  package let strength: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - seconds: 0.08 … 3.
  ///   - pitch: In hertz, where it falls to, 100 … 4000.
  ///   - strength: 0 … 1.
  package init(seconds: Double = 0.35, pitch: Double = 220, strength: Double = 0.8, seed: UInt64 = 0) {
    precondition(Zap.lengths.contains(seconds), "a zap is from 0.08 to 3 s long")
    precondition(Zap.pitches.contains(pitch), "a zap's pitch is from 100 to 4000 Hz")
    precondition(Impact.strengths.contains(strength), "strength is from 0 to 1")
    (self.seconds, self.pitch, self.strength, self.seed) = (seconds, pitch, strength, seed)
  }

  var frameCount: Int { AudioBlock.frames(seconds) }

  func played() -> AudioBlock {
    var (block, dice) = (AudioBlock(frameCount: frameCount), Dice(seed))
    let top = min(18_000, pitch * dice.real(24, 32))
    for (ratio, gain, pan) in [(1.0, 1.0, -0.1), (1.51, 0.45, 0.3), (2.02, 0.3, -0.3)] {
      Glide(
        from: min(18_000, top * ratio), to: pitch * ratio, seconds: seconds, gain: gain, pan: pan, octave: 0.2,
        attack: 0.02, vibrato: 0.03, vibratoRate: dice.real(35, 60)
      ).add(to: &block, at: 0)
    }
    return block.finished(strength: strength, fadeOut: seconds * 0.4, floor: 60)
  }
}
