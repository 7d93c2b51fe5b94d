import Media

/// A thing is dragged over another.
package struct Scrape: ShortSound {
  package static let speeds = 0.02...5.0
  package static let lengths = 0.05...60.0

  package let body: Body
  package let speed: Double
  package let roughness: Double
  package let seconds: Double
  package let seed: UInt64

  /// - Parameters:
  ///   - speed: In m/s, 0.02 … 5.
  ///   - roughness: 0, nearly smooth: a hiss, … 1, ribbed: a rattle.
  ///   - seconds: 0.05 … 60.
  package init(_ body: Body, speed: Double = 0.4, roughness: Double = 0.4, seconds: Double = 1, seed: UInt64 = 0) {
    precondition(Scrape.speeds.contains(speed), "scraping is from 0.02 to 5 m/s fast")
    precondition(Impact.strengths.contains(roughness), "roughness is from 0 to 1")
    precondition(Scrape.lengths.contains(seconds), "scraping is from 0.05 to 60 s long")
    (self.body, self.speed, self.roughness, self.seconds, self.seed) = (body, speed, roughness, seconds, seed)
  }

  private var rubbed: Body { Body(body.material, size: body.size, damping: min(50, body.damping * 4)) }

  /// How far the bumps of the surface lie apart, in metres: 0.15 … 5 mm.
  private var spacing: Double { 0.000_15 * Elementary.exp2(5 * roughness) }

  var frameCount: Int { AudioBlock.frames(seconds + 0.3) }

  func played() -> AudioBlock {
    var (block, dice) = (AudioBlock(frameCount: frameCount), Dice(seed))
    let hand = Drift(seed, 9, rate: 3 + 2 / seconds)
    var force = Force(frameCount: AudioBlock.frames(seconds))
    force.rub(Dice(dice.next()), .band) { sample in
      let pace = pace(Double(sample) / 48_000, hand)
      return Tone(max(60, speed * pace / spacing), q: 0.6, gain: 0.9 * pace)
    }
    addTeeth(to: &force, hand, &dice)
    rubbed.modes(&dice).ring(under: force, into: &block)
    // Air that is rubbed along with it.
    block.add(force.samples, at: 0, gain: 0.12, pan: 0)
    return block.finished(strength: min(1, 0.4 + 0.4 * speed), fadeOut: 0.1, floor: 60)
  }

  /// Of its speed, what the hand gives at a time.
  private func pace(_ time: Double, _ hand: Drift) -> Double {
    let ends = min(1, min(time, seconds - time) / min(0.05, seconds / 3))
    return max(0, ends) * (0.75 + 0.25 * hand.at(time))
  }

  /// The larger bumps, one after the other; the rougher, the more they stand out.
  private func addTeeth(to force: inout Force, _ hand: Drift, _ dice: inout Dice) {
    let contact = min(0.002, 0.3 * spacing / speed)
    var time = 0.0
    while time < seconds {
      let pace = max(0.05, pace(time, hand))
      force.push(
        at: AudioBlock.frames(time), contact: contact, impulse: 3 * roughness * roughness * pace * dice.real(0.3, 1))
      time += max(0.000_5, 4 * spacing / (speed * pace) * dice.real(0.6, 1.4))
    }
  }
}
