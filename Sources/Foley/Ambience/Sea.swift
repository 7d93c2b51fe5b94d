import Media

/// Waves come to a beach: each swells, breaks from one side to the other, and runs back hissing over the sand.
struct Sea: EndlessSound {
  let activity: Double
  let seed: UInt64

  /// Between waves, in seconds.
  private var period: Double { 9.5 - 3 * activity }

  /// A wave at an instant.
  private struct Breaker {
    var swell = 0.0
    var crash = 0.0
    var wash = 0.0
    var side = 0.0
  }

  func addTexture(of epoch: Epoch, to block: inout AudioBlock) {
    let (size, calm) = (0.35 + 0.65 * activity, 0.025 + 0.05 * activity)
    let waves = epoch.steps { sea(at: $0) }
    add(to: &block, epoch, 1, .pink, .low, waves) { Tone(140 + 220 * $0.swell, gain: size * (calm + 0.55 * $0.swell)) }
    add(to: &block, epoch, 2, .pink, .band, waves) {
      Tone(380 + 900 * $0.crash, q: 0.45, gain: size * (calm + 0.75 * $0.crash), pan: $0.side)
    }
    add(to: &block, epoch, 3, .white, .high, waves) {
      Tone(1_500 + 2_600 * (1 - $0.crash), q: 0.5, gain: size * 0.16 * $0.crash * $0.crash, pan: $0.side)
    }
    add(to: &block, epoch, 4, .white, .band, waves) {
      Tone(6_200 - 1_800 * $0.wash, q: 0.5, gain: size * (0.006 + 0.1 * $0.wash), pan: -0.5 * $0.side)
    }
  }

  private func add(
    to block: inout AudioBlock, _ epoch: Epoch, _ stream: UInt64, _ color: Hiss.Color, _ kind: Filter.Kind,
    _ waves: [Breaker], tone: (Breaker) -> Tone
  ) {
    Hiss(color, kind, epoch.dice(stream)).add(to: &block, count: epoch.textured) { tone(waves[$0 / Hiss.step]) }
  }

  /// What all waves that are heard at a time come to: the last three, and the one that is coming.
  private func sea(at time: Double) -> Breaker {
    var sea = Breaker()
    let current = Int64((time / period).rounded(.down))
    for number in current - 3...current + 1 {
      var dice = Dice(seed, number, 9)
      let breaks = (Double(number) + dice.real(0, 0.45)) * period
      let height = dice.real(0.35, 1)
      add(height, dice.real(-0.6, 0.6), seconds: time - breaks, rise: dice.real(2.2, 4), to: &sea)
    }
    return sea
  }

  /// One wave, so many seconds after it began to break.
  private func add(_ height: Double, _ side: Double, seconds: Double, rise: Double, to sea: inout Breaker) {
    if seconds < 0 {
      let near = max(0, 1 + seconds / rise)
      sea.swell += height * near * near * 0.8
      sea.crash += height * near * near * near * near * 0.25
      return
    }
    let fall = Elementary.exp2(-seconds / 1.5)
    sea.swell += height * 0.8 * Elementary.exp2(-seconds / 0.9)
    sea.crash += height * (0.25 + 0.75 * min(1, seconds / 0.5)) * fall
    let run = min(1, seconds / 1.6)
    sea.wash += height * run * run * Elementary.exp2(-max(0, seconds - 1.6) / 1.7)
    sea.side += side * fall * (1 - 2 * min(1, seconds / 3))
  }
}
