import Media

/// A slow, smooth wandering between −1 and 1: gusts, breath, what never stands still.
///
/// It is a function of time alone, so that whoever asks, and whenever, sees the same.
struct Drift {
  let seed: UInt64
  /// How many times a second it may turn.
  let rate: Double

  init(_ seed: UInt64, _ stream: UInt64, rate: Double) {
    var dice = Dice(seed, 0, stream)
    (self.seed, self.rate) = (dice.next(), rate)
  }

  func at(_ seconds: Double) -> Double {
    let place = seconds * rate
    let knot = place.rounded(.down)
    let (x, low, high) = (place - knot, height(knot), height(knot + 1))
    return low + (high - low) * x * x * (3 - 2 * x)
  }

  /// The same from 0 to 1.
  func share(_ seconds: Double) -> Double { 0.5 + 0.5 * at(seconds) }

  private func height(_ knot: Double) -> Double {
    var dice = Dice(seed, Int64(knot))
    return dice.real(-1, 1)
  }
}
