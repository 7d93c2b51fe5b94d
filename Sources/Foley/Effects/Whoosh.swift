import Media

/// Something flies past.
package struct Whoosh: ShortSound {
  package static let lengths = 0.1...10.0
  package static let pitches = 80.0...6_000.0

  package let seconds: Double
  package let pitch: Double
  package let sharpness: Double
  package let pan: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - seconds: 0.1 … 10; it is loudest a little after the middle.
  ///   - pitch: In hertz when it is nearest, 80 … 6000.
  ///   - sharpness: 0, a broad breath, … 1, a whistling blade.
  ///   - pan: From where to where it goes: 1 from left to right, −1 from right to left, 0 stays in the middle.
  package init(
    seconds: Double = 0.6, pitch: Double = 700, sharpness: Double = 0.4, pan: Double = 1, seed: UInt64 = 0
  ) {
    precondition(Whoosh.lengths.contains(seconds), "a whoosh is from 0.1 to 10 s long")
    precondition(Whoosh.pitches.contains(pitch), "a whoosh's pitch is from 80 to 6000 Hz")
    precondition(Impact.strengths.contains(sharpness), "sharpness is from 0 to 1")
    precondition((-1...1).contains(pan), "pan is from -1 to 1")
    (self.seconds, self.pitch, self.sharpness, self.pan, self.seed) = (seconds, pitch, sharpness, pan, seed)
  }

  var frameCount: Int { AudioBlock.frames(seconds) }

  func played() -> AudioBlock {
    var (block, dice) = (AudioBlock(frameCount: frameCount), Dice(seed))
    let nearest = dice.real(0.5, 0.6)
    let swell = Swell(frameCount: frameCount, attack: nearest)
    let flutter = Drift(seed, 3, rate: 14)
    for (share, low) in [(1.0, 1.0), (0.45, 2.3)] {
      Hiss(.pink, .band, Dice(dice.next())).add(to: &block) { sample in
        let near = Double(swell.level(sample))
        let side = 2 * Double(sample) / Double(frameCount) - 1
        // Coming is higher than going: Doppler.
        let frequency = pitch * low * (0.35 + 0.65 * near) * (1 - 0.12 * side)
        let level = near * near * near * (0.85 + 0.15 * flutter.at(Double(sample) / 48_000))
        return Tone(frequency, q: 0.6 + 7 * sharpness * sharpness, gain: share * level, pan: pan * side * 0.8)
      }
    }
    return block.finished(fadeOut: 0.05, floor: 40)
  }
}
