import Media

/// A room in which nobody speaks: air that stands, a fan, and the hum of the mains.
struct Room: EndlessSound {
  let activity: Double
  let seed: UInt64

  func addTexture(of epoch: Epoch, to block: inout AudioBlock) {
    let air = Drift(seed, 1, rate: 0.1)
    Hiss(.pink, .low, epoch.dice(2)).add(to: &block, count: epoch.textured) { sample in
      Tone(95, q: 0.6, gain: 0.05 * (0.5 + activity) * (1 + 0.15 * air.at(epoch.time(sample))))
    }
    Hiss(.pink, .band, epoch.dice(3)).add(to: &block, count: epoch.textured) { sample in
      Tone(290, q: 0.45, gain: (0.006 + 0.045 * activity) * (1 + 0.1 * air.at(epoch.time(sample) + 40)))
    }
    Hiss(.white, .high, epoch.dice(4)).add(to: &block, count: epoch.textured) { _ in
      Tone(1_200, q: 0.5, gain: 0.0012 + 0.004 * activity)
    }
  }

  /// 50 Hz and its multiples, on the clock of the whole sound, so that epochs join within a wave.
  func addEvents(of epoch: Epoch, to block: inout AudioBlock) {
    let hum = period()
    let first = Int(((epoch.start % 960) + 960) % 960)
    block.withEars { left, right in
      for index in 0..<epoch.hop {
        let sample = hum[(first + index) % 960]
        left[index] += sample
        right[index] += 0.8 * sample
      }
    }
  }

  /// One period, 960 samples: transformers hum at twice the mains.
  private func period() -> [Float] {
    var dice = Dice(seed, 0, 5)
    let gain = 0.001 + 0.005 * activity
    let partials = [(1, 0.5), (2, 1.0), (4, 0.45), (6, 0.25), (8, 0.12), (12, 0.06)].map { multiple, level in
      (multiple, gain * level * dice.real(0.6, 1), dice.unit())
    }
    return (0..<960).map { sample in
      Float(
        partials.reduce(0) { sum, partial in
          let turns = Double(partial.0 * sample) / 960 + partial.2
          return sum + partial.1 * Elementary.sin(2 * .pi * turns)
        })
    }
  }
}
