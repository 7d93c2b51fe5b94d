import Media

/// People who talk, none of whom can be understood.
struct Crowd: EndlessSound {
  let activity: Double
  let seed: UInt64
  /// Nobody speaks longer than 3 s without a breath.
  var tail: Int { 168_000 }

  /// So many that they have no voices any more: noise with the mouth's resonances, that swells with syllables.
  func addTexture(of epoch: Epoch, to block: inout AudioBlock) {
    let (swell, laugh) = (Drift(seed, 1, rate: 4), Drift(seed, 2, rate: 0.3))
    for (stream, frequency, gain) in [(UInt64(3), 480.0, 0.20), (4, 1_350, 0.07), (5, 2_600, 0.02)] {
      Hiss(.pink, .band, epoch.dice(stream)).add(to: &block, count: epoch.textured) { sample in
        let time = epoch.time(sample)
        let level = (0.08 + 0.92 * activity) * (1 + 0.25 * swell.at(time + Double(stream)) + 0.15 * laugh.at(time))
        return Tone(frequency * (1 + 0.08 * swell.at(time - 3)), q: 1.1, gain: gain * level)
      }
    }
  }

  func addEvents(of epoch: Epoch, to block: inout AudioBlock) {
    // An utterance lasts 1.6 s on average: from 2 to 11 at once.
    epoch.eachEvent(rate: 1.3 + 5.7 * activity, 6) { place, dice in
      let (near, pan) = (dice.unit() * dice.unit(), dice.real(-1, 1))
      let speech = Babble(&dice).spoken()
      block.add(speech, at: place, gain: 0.25 + 0.75 * near, pan: pan)
      // A wall or a ceiling.
      block.add(speech, at: place + AudioBlock.frames(dice.real(0.02, 0.05)), gain: 0.25, pan: -pan)
    }
  }
}
