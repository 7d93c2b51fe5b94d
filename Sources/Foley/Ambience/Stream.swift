import Media

/// A brook: bubbles by the hundred, from some places more than from others, over a soft rush.
struct Stream: EndlessSound {
  let activity: Double
  let seed: UInt64

  func addTexture(of epoch: Epoch, to block: inout AudioBlock) {
    let surge = Drift(seed, 1, rate: 0.8)
    Hiss(.pink, .band, epoch.dice(2)).add(to: &block, count: epoch.textured) { sample in
      let swell = 1 + 0.2 * surge.at(epoch.time(sample))
      return Tone(500 + 300 * activity, q: 0.4, gain: (0.03 + 0.13 * activity) * swell)
    }
    Hiss(.white, .high, epoch.dice(3)).add(to: &block, count: epoch.textured) { sample in
      Tone(3_000, q: 0.5, gain: 0.004 + 0.022 * activity * (1 + 0.2 * surge.at(epoch.time(sample))))
    }
  }

  func addEvents(of epoch: Epoch, to block: inout AudioBlock) {
    for place in 0..<6 { addBubbles(from: place, of: epoch, to: &block) }
  }

  /// A stone that the water falls over: it gulps now faster, now slower, and has sizes of bubbles of its own.
  private func addBubbles(from place: Int, of epoch: Epoch, to block: inout AudioBlock) {
    var spot = Dice(seed, Int64(place), 4)
    let (pan, largest, pulse) = (spot.real(-0.9, 0.9), spot.octaves(0.0016, 0.007), spot.real(0.6, 2.2))
    let gulp = Drift(seed, 16 + UInt64(place), rate: pulse)
    let rate = (18 + 90 * activity) * (0.5 + spot.unit())
    epoch.eachEvent(rate: rate, 32 + UInt64(place)) { at, dice in
      let flow = gulp.share(epoch.time(at))
      guard dice.unit() < 0.15 + flow else { return }
      // Many small ones, few large ones; the larger the louder (van den Doel: r^1.5).
      let share = Elementary.exp2(-2.4 * dice.wait(rate: 2))
      let radius = max(0.0004, largest * share)
      // Either way round, so that many together do not lean to one side.
      let gain = dice.sign() * 0.13 * share * share.squareRoot() * (0.15 + dice.unit()) * (0.3 + 0.7 * flow)
      Bubble(radius: radius, gain: gain, pan: pan + dice.real(-0.15, 0.15), rise: dice.unit() < 0.55 ? 0.12 : 0.02)
        .ping.add(to: &block, at: at)
    }
  }
}
