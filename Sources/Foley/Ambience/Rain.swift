import Media

/// Drops on the ground, near and far, and the bubbles they leave in puddles.
struct Rain: EndlessSound {
  let activity: Double
  let seed: UInt64

  /// Far drops are too many to be told apart: a hiss, and with heavy rain a roar below it.
  func addTexture(of epoch: Epoch, to block: inout AudioBlock) {
    let gusts = Drift(seed, 1, rate: 0.35)
    let far = 0.02 + 0.16 * activity * activity.squareRoot()
    Hiss(.pink, .high, epoch.dice(2)).add(to: &block, count: epoch.textured) { sample in
      let gust = 1 + 0.16 * gusts.at(epoch.time(sample))
      return Tone(900 - 500 * activity, q: 0.5, gain: 1.5 * far * gust)
    }
    Hiss(.white, .band, epoch.dice(3)).add(to: &block, count: epoch.textured) { sample in
      let gust = 1 + 0.25 * gusts.at(epoch.time(sample) - 0.7)
      return Tone(5_200, q: 0.45, gain: 0.7 * far * gust)
    }
  }

  func addEvents(of epoch: Epoch, to block: inout AudioBlock) {
    // From 15 drops a second that can be told apart to 900.
    epoch.eachEvent(rate: 15 * Elementary.exp2(5.9 * activity), 4) { place, dice in
      drop(&dice).add(to: &block, at: place)
    }
    epoch.eachEvent(rate: 3 + 60 * activity, 5) { place, dice in
      puddle(&dice).add(to: &block, at: place)
    }
  }

  /// A drop on something hard: few are near, and loud.
  private func drop(_ dice: inout Dice) -> Ping {
    let near = dice.unit() * dice.unit()
    return Ping(
      frequency: dice.octaves(1_600, 9_500), damping: dice.octaves(500, 2_400),
      gain: dice.sign() * (0.013 + 0.15 * near * near * near),
      pan: dice.real(-1, 1))
  }

  /// Bubbles of drops that fall into water have radii of 0.3 to 2 mm; small ones are by far the most.
  private func puddle(_ dice: inout Dice) -> Ping {
    let near = dice.unit() * dice.unit()
    return Bubble(
      radius: 0.0003 * Elementary.exp2(2.7 * dice.unit() * dice.unit()), gain: 0.01 + 0.08 * near * near,
      pan: dice.real(-1, 1), rise: dice.unit() < 0.3 ? 0.1 : 0
    ).ping
  }
}
