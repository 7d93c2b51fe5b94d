import Media

/// A hinge, a stair, a ship's plank: it sticks and slips, again and again.
package struct Creak: ShortSound {
  package static let lengths = 0.2...20.0

  package let material: Material
  package let seconds: Double
  package let pitch: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - seconds: 0.2 … 20.
  ///   - pitch: Of the body that carries it, in hertz, 60 … 2000.
  package init(of material: Material = .wood, seconds: Double = 1.2, pitch: Double = 320, seed: UInt64 = 0) {
    precondition(Creak.lengths.contains(seconds), "a creak is from 0.2 to 20 s long")
    precondition((60...2_000).contains(pitch), "a creak's pitch is from 60 to 2000 Hz")
    (self.material, self.seconds, self.pitch, self.seed) = (material, seconds, pitch, seed)
  }

  var frameCount: Int { AudioBlock.frames(seconds + 0.3) }

  func played() -> AudioBlock {
    var (block, dice) = (AudioBlock(frameCount: frameCount), Dice(seed))
    let force = force(&dice)
    modes(&dice).ring(under: force, into: &block)
    return block.finished(strength: 0.8, fadeOut: 0.1, floor: 50)
  }

  /// The faster it turns, the sooner it slips: 15 to 180 times a second, so that one hears clicks at the ends and a tone
  /// between them. The longer it stuck, the louder it slips.
  private func force(_ dice: inout Dice) -> Force {
    var force = Force(frameCount: AudioBlock.frames(seconds))
    let (turning, top) = (Drift(seed, 4, rate: 2.2 / seconds + 0.8), dice.real(110, 180))
    var time = 0.0
    while time < seconds {
      let arc = Elementary.sin(.pi * time / seconds)
      let rate = 14 + top * arc * (0.55 + 0.45 * turning.at(time))
      force.push(
        at: AudioBlock.frames(time), contact: 0.000_4,
        impulse: (0.35 + 20 / rate) * dice.real(0.6, 1) * (0.3 + 0.7 * arc))
      time += 1 / rate * dice.real(0.93, 1.07)
    }
    return force
  }

  /// A row of resonances as a panel and its frame have them (after Farnell, "Designing Sound", 2010, Creaking Door).
  private func modes(_ dice: inout Dice) -> ModeBank {
    let substance = material.substance
    return ModeBank(
      (0..<10).map { order in
        let frequency = pitch * (1 + 0.78 * Double(order)) * dice.real(0.93, 1.07)
        let omega = 2 * Double.pi * frequency
        return Mode(
          frequency: frequency, damping: 60 + 2 * (substance.alpha + substance.beta * omega * omega),
          gain: dice.real(0.4, 1) / (1 + 0.25 * Double(order)), pan: dice.real(-0.25, 0.25))
      })
  }
}
