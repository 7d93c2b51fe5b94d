import Media

/// A blast, the fire after it, and what comes down again.
package struct Explosion: ShortSound {
  package static let sizes = 0.0...1.0

  package let size: Double
  package let strength: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - size: 0, a firecracker, … 1, a house.
  ///   - strength: 0 … 1.
  package init(size: Double = 0.6, strength: Double = 1, seed: UInt64 = 0) {
    precondition(Explosion.sizes.contains(size), "an explosion's size is from 0 to 1")
    precondition(Impact.strengths.contains(strength), "strength is from 0 to 1")
    (self.size, self.strength, self.seed) = (size, strength, seed)
  }

  private var seconds: Double { 0.8 + 4.2 * size }
  var frameCount: Int { AudioBlock.frames(seconds) }

  func played() -> AudioBlock {
    var (block, dice) = (AudioBlock(frameCount: frameCount), Dice(seed))
    block.add(blast, at: 0, gain: 1.1, pan: 0)
    addFire(to: &block, &dice)
    addDebris(to: &block, &dice)
    return block.finished(strength: strength, fadeOut: 0.3 * seconds)
  }

  /// Friedlander's wave: pressure (1 − t/T) · e^(−t/T); T is 1 ms for a firecracker and 30 ms for a house.
  private var blast: [Float] {
    let length = 0.001 * Elementary.exp2(4.9 * size)
    return (0..<AudioBlock.frames(8 * length)).map {
      let time = (Double($0) + 0.5) / 48_000 / length
      return Float((1 - time) * Elementary.exp2(-time * 1.442_695))
    }
  }

  /// Turbulent gas: noise whose colour sinks from white to a rumble as the ball grows.
  private func addFire(to block: inout AudioBlock, _ dice: inout Dice) {
    let (churn, length) = (Drift(seed, 5, rate: 9), seconds / 7)
    for (share, kind) in [(1.6, Filter.Kind.low), (0.35, .band)] {
      Hiss(.pink, kind, Dice(dice.next())).add(to: &block) { sample in
        let time = Double(sample) / 48_000
        let level = min(1, time / 0.003) * Elementary.exp2(-time / length) * (0.75 + 0.25 * churn.at(time))
        let top = 70 + 7_000 * (1 - 0.5 * size) * Elementary.exp2(-time / (0.05 + 0.1 * size))
        return Tone(top, q: 0.7, gain: share * level)
      }
    }
  }

  private func addDebris(to block: inout AudioBlock, _ dice: inout Dice) {
    for _ in 0..<Int(90 * size) {
      let late = seconds * (0.2 + 0.7 * dice.unit())
      Ping(
        frequency: dice.octaves(300, 5_000), damping: dice.real(60, 400), gain: 0.05 * dice.unit() * dice.unit(),
        pan: dice.real(-0.9, 0.9)
      ).add(to: &block, at: AudioBlock.frames(late))
    }
  }
}
