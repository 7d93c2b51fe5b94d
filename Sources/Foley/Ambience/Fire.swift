import Media

/// Flames that lap, gas that hisses, wood that cracks (the three parts that Farnell, "Designing Sound", 2010, hears in it).
struct Fire: EndlessSound {
  let activity: Double
  let seed: UInt64

  func addTexture(of epoch: Epoch, to block: inout AudioBlock) {
    let (lap, flare, hiss) = (Drift(seed, 1, rate: 7), Drift(seed, 2, rate: 0.6), Drift(seed, 3, rate: 3))
    let size = 0.35 + 0.65 * activity
    Hiss(.pink, .low, epoch.dice(4)).add(to: &block, count: epoch.textured) { sample in
      let time = epoch.time(sample)
      let flame = 0.55 + 0.3 * lap.at(time) + 0.15 * flare.at(time)
      return Tone(70 + 190 * flame * size, q: 0.8, gain: 0.55 * size * flame * flame)
    }
    Hiss(.pink, .band, epoch.dice(5)).add(to: &block, count: epoch.textured) { sample in
      let flame = 0.6 + 0.4 * lap.at(epoch.time(sample))
      return Tone(420, q: 0.5, gain: 0.10 * size * flame)
    }
    Hiss(.white, .high, epoch.dice(6)).add(to: &block, count: epoch.textured) { sample in
      let jet = hiss.share(epoch.time(sample))
      return Tone(2_800, q: 0.5, gain: 0.006 + 0.045 * size * jet * jet * jet * jet)
    }
  }

  func addEvents(of epoch: Epoch, to block: inout AudioBlock) {
    let busy = Drift(seed, 7, rate: 0.9)
    // Cracks come in flurries.
    epoch.eachEvent(rate: 14 + 60 * activity, 8) { place, dice in
      let flurry = busy.share(epoch.time(place))
      if dice.unit() < flurry * flurry { crack(at: place, &block, &dice) }
    }
    epoch.eachEvent(rate: 0.3 + 0.9 * activity, 9) { place, dice in pop(at: place, &block, &dice) }
  }

  /// A fibre tears: a spark of sound with no pitch of its own.
  private func crack(at place: Int, _ block: inout AudioBlock, _ dice: inout Dice) {
    let (near, pan) = (dice.unit() * dice.unit() * dice.unit(), dice.real(-0.8, 0.8))
    for _ in 0..<3 {
      Ping(
        frequency: dice.octaves(1_100, 9_000), damping: dice.octaves(700, 4_500),
        gain: dice.sign() * (0.012 + 0.34 * near), pan: pan
      ).add(to: &block, at: place + dice.below(40))
    }
  }

  /// Sap boils in a log until it bursts.
  private func pop(at place: Int, _ block: inout AudioBlock, _ dice: inout Dice) {
    let (loud, pan) = (dice.real(0.08, 0.3), dice.real(-0.6, 0.6))
    Ping(frequency: dice.octaves(140, 420), damping: dice.real(70, 160), gain: loud, pan: pan).add(
      to: &block, at: place)
    for _ in 0..<9 {
      let late = AudioBlock.frames(dice.wait(rate: 60))
      Ping(frequency: dice.octaves(900, 7_000), damping: dice.octaves(500, 2_500), gain: loud * dice.unit(), pan: pan)
        .add(to: &block, at: place + late)
    }
  }
}
