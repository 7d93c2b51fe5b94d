internal import Media

/// How long to wait before a call is made again: full jitter (Marc Brooker, "Exponential Backoff And Jitter", 2015), so that
/// many who failed together do not come back together.
struct Backoff: Hashable, Sendable {
  /// Of the first pause; each may be twice as long as the one before.
  static let base = 0.5
  static let longest = 60.0
  /// With pauses of a minute at the end, about four minutes.
  static let most = 10

  private var chance: SplitMix64
  private(set) var tries = 0

  /// - Parameter seed: Equal seeds wait equally long.
  init(seed: UInt64) {
    chance = SplitMix64(state: seed)
  }

  /// Whether another try makes sense.
  var isExhausted: Bool { tries >= Backoff.most }

  /// Something succeeded.
  mutating func reset() { tries = 0 }

  /// The pause after a try that failed: at least what the server asked for.
  mutating func pause(atLeast asked: Duration? = nil) -> Duration {
    let ceiling = min(Backoff.longest, Backoff.base * Double(1 << min(tries, 30)))
    tries += 1
    return max(.milliseconds(Int(ceiling * chance.unit() * 1000)), asked ?? .zero)
  }
}
