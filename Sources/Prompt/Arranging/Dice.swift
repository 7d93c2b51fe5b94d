internal import Media

/// Chance with a seed, the name of a role, and what it is for.
struct Dice {
  private var generator: SplitMix64

  /// Equal seeds, names and purposes give equal throws.
  init(_ seed: UInt64, _ name: String, _ purpose: String) {
    generator = SplitMix64(state: seed)
    for byte in "\(name) \(purpose)".utf8 { generator.state = generator.next() ^ UInt64(byte) }
  }

  /// From 0 to below 1, evenly.
  mutating func unit() -> Double { generator.unit() }
}
