import Media

/// A drop falls into water: a tick, and a moment later the bubble that it left.
package struct Drip: ShortSound {
  package static let sizes = 0.0...1.0

  package let size: Double
  package let strength: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - size: 0, a drop from a pipette, … 1, one from a gutter: the larger the lower.
  ///   - strength: 0 … 1.
  package init(size: Double = 0.4, strength: Double = 0.8, seed: UInt64 = 0) {
    precondition(Drip.sizes.contains(size), "a drop's size is from 0 to 1")
    precondition(Impact.strengths.contains(strength), "strength is from 0 to 1")
    (self.size, self.strength, self.seed) = (size, strength, seed)
  }

  var frameCount: Int { AudioBlock.frames(0.45) }

  func played() -> AudioBlock {
    var (block, dice) = (AudioBlock(frameCount: frameCount), Dice(seed))
    let radius = 0.001 * Elementary.exp2(2.2 * size) * dice.real(0.9, 1.1)
    Ping(frequency: dice.octaves(3_000, 6_000), damping: 1_500, gain: 0.12).add(to: &block, at: 0)
    // Pumphrey and Elmore 1990: the crater closes over a bubble some 20 ms after the drop has met the water.
    let closing = AudioBlock.frames(dice.real(0.014, 0.024) * (0.7 + size))
    Bubble(radius: radius, gain: 1, rise: 0.12).ping.add(to: &block, at: closing)
    if dice.unit() < 0.5 {
      Bubble(radius: radius * dice.real(0.5, 0.8), gain: 0.3, pan: 0.2, rise: 0.1).ping
        .add(to: &block, at: closing + AudioBlock.frames(dice.real(0.03, 0.09)))
    }
    return block.finished(strength: strength, fadeOut: 0.1)
  }
}
