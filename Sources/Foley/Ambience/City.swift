import Media

/// A street from a window: the city behind it, cars that pass, a horn far away.
struct City: EndlessSound {
  let activity: Double
  let seed: UInt64

  /// Between cars, in seconds.
  private var period: Double { 11 - 8 * activity }

  /// What cars come to at an instant: how near, where, and the hum of engines.
  private struct Traffic {
    var near = 0.0
    var left = 0.0
    var right = 0.0
    var pitch = 0.0
  }

  func addTexture(of epoch: Epoch, to block: inout AudioBlock) {
    let (far, breath) = (Drift(seed, 1, rate: 0.15), Drift(seed, 2, rate: 0.05))
    Hiss(.pink, .low, epoch.dice(3)).add(to: &block, count: epoch.textured) { sample in
      let time = epoch.time(sample)
      return Tone(150 + 30 * far.at(time), q: 0.6, gain: (0.07 + 0.13 * activity) * (1 + 0.2 * breath.at(time)))
    }
    Hiss(.pink, .band, epoch.dice(4)).add(to: &block, count: epoch.textured) { sample in
      Tone(620, q: 0.4, gain: (0.012 + 0.05 * activity) * (1 + 0.25 * far.at(epoch.time(sample) + 9)))
    }
    // Tyres hiss around 1 kHz, engines drone around 90 Hz.
    let traffic = epoch.steps { self.traffic(at: $0) }
    addCars(to: &block, epoch, 5, traffic) { Tone(650 + 650 * $0.near, q: 0.55, gain: 0.26) }
    addCars(to: &block, epoch, 6, traffic) { Tone(75 + 35 * $0.pitch, q: 2.5, gain: 0.6) }
  }

  private func addCars(
    to block: inout AudioBlock, _ epoch: Epoch, _ stream: UInt64, _ traffic: [Traffic], tone: (Traffic) -> Tone
  ) {
    Hiss(.pink, .band, epoch.dice(stream)).add(to: &block, count: epoch.textured) { sample in
      let traffic = traffic[sample / Hiss.step]
      var tone = tone(traffic)
      (tone.left, tone.right) = (tone.left * traffic.left, tone.right * traffic.right)
      return tone
    }
  }

  private func traffic(at time: Double) -> Traffic {
    var traffic = Traffic()
    let current = Int64((time / period).rounded(.down))
    for number in current - 3...current + 3 {
      var dice = Dice(seed, number, 7)
      let meets = (Double(number) + dice.real(0, 0.9)) * period
      let (width, loud, way) = (dice.real(0.9, 2), dice.real(0.3, 1), dice.unit() < 0.5 ? -1.0 : 1)
      let away = (time - meets) / width
      // Sound falls with the distance to a car on a straight road; beyond 8 widths nothing is left of it.
      let near = max(0, 1 / (1 + away * away) - 1.0 / 65) * loud
      guard near > 0 else { continue }
      let ears = Ears(pan: way * away / (1 + abs(away)))
      traffic.near += near
      (traffic.left, traffic.right) = (traffic.left + near * ears.left, traffic.right + near * ears.right)
      traffic.pitch += near * (away < 0 ? 1 : 0.9)
    }
    return traffic
  }

  var tail: Int { 72_000 }

  func addEvents(of epoch: Epoch, to block: inout AudioBlock) {
    epoch.eachBeat(every: 40 - 28 * activity, looseness: 0.9, 8) { _, place, dice in
      if dice.unit() < 0.6 { horn(at: place, &block, &dice) }
    }
  }

  /// Two notes a third apart, once or twice, behind houses.
  private func horn(at place: Int, _ block: inout AudioBlock, _ dice: inout Dice) {
    let (pitch, pan, seconds) = (dice.real(380, 450), dice.real(-0.9, 0.9), dice.real(0.12, 0.5))
    for time in dice.unit() < 0.5 ? [0.0] : [0, seconds + 0.12] {
      for (ratio, gain) in [(1.0, 0.5), (1.25, 0.4), (2, 0.25), (2.5, 0.2), (3, 0.1)] {
        Glide(from: pitch * ratio, to: pitch * ratio, seconds: seconds, gain: 0.018 * gain, pan: pan, attack: 0.1)
          .add(to: &block, at: place + AudioBlock.frames(time))
      }
    }
  }
}
