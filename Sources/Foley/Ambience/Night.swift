import Media

/// Crickets, each with its pitch and its time; far ones make a haze of sound.
struct Night: EndlessSound {
  let activity: Double
  let seed: UInt64
  var tail: Int { 96_000 }

  func addTexture(of epoch: Epoch, to block: inout AudioBlock) {
    let air = Drift(seed, 1, rate: 0.2)
    Hiss(.pink, .low, epoch.dice(2)).add(to: &block, count: epoch.textured) { sample in
      Tone(320, gain: 0.022 + 0.01 * air.at(epoch.time(sample)))
    }
    Hiss(.white, .band, epoch.dice(3)).add(to: &block, count: epoch.textured) { sample in
      // The far ones beat with one another.
      let haze = 0.7 + 0.3 * air.at(4 * epoch.time(sample))
      return Tone(4_650, q: 14, gain: (0.006 + 0.03 * activity) * haze)
    }
  }

  func addEvents(of epoch: Epoch, to block: inout AudioBlock) {
    for number in 0..<Int(2 + 6 * activity) { addCricket(Int64(number), of: epoch, to: &block) }
    epoch.eachBeat(every: 23, looseness: 0.9, 5) { _, place, dice in
      if dice.unit() < 0.4 + 0.4 * activity { owl(at: place, &block, &dice) }
    }
  }

  /// A field cricket: chirps of three to five pulses of 17 ms at 4 to 5 kHz, one chirp in 0.4 to 0.8 s.
  private func addCricket(_ number: Int64, of epoch: Epoch, to block: inout AudioBlock) {
    var own = Dice(seed, number, 4)
    let (pitch, pan, gain) = (own.real(3_900, 5_100), own.real(-1, 1), 0.012 + 0.075 * own.unit() * own.unit())
    let (period, pulses, pulse) = (own.real(0.42, 0.85), 3 + own.below(3), own.real(0.015, 0.02))
    // It stops when it is disturbed, and goes on later.
    let mood = Drift(seed, 64 + UInt64(number), rate: 0.07)
    epoch.eachBeat(every: period, looseness: 0.06, 32 + UInt64(number)) { _, place, dice in
      guard mood.at(epoch.time(place)) > -0.45 else { return }
      for order in 0..<pulses {
        Glide(
          from: pitch * 1.01, to: pitch * 0.985, seconds: pulse, gain: gain * (0.55 + 0.15 * Double(min(order, 3))),
          pan: pan,
          octave: 0.12, attack: 0.5
        ).add(to: &block, at: place + AudioBlock.frames(Double(order) * pulse * 2))
      }
    }
  }

  /// Far away: hoo, hu, hu, hooo.
  private func owl(at place: Int, _ block: inout AudioBlock, _ dice: inout Dice) {
    let (pitch, pan) = (dice.real(330, 400), dice.real(-0.8, 0.8))
    for (time, seconds, gain) in [(0.0, 0.45, 0.8), (0.75, 0.12, 0.5), (0.92, 0.14, 0.6), (1.12, 0.7, 1.0)] {
      Glide(
        from: pitch * 1.02, to: pitch * 0.95, seconds: seconds, gain: 0.03 * gain, pan: pan, octave: 0.08,
        vibrato: 0.008,
        vibratoRate: 6
      ).add(to: &block, at: place + AudioBlock.frames(time))
    }
  }
}
