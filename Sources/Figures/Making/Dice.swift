internal import Media

/// Chance with a seed and a name or a place.
struct Dice {
  private var generator: SplitMix64

  /// Equal seeds and names give equal throws.
  init(_ seed: UInt64, _ name: String) {
    generator = SplitMix64(state: seed)
    for byte in name.utf8 { generator.state = next() ^ UInt64(byte) }
  }

  init(_ seed: UInt64, _ place: Int) {
    generator = SplitMix64(state: seed)
    generator.state = next() ^ UInt64(bitPattern: Int64(place))
  }

  mutating func next() -> UInt64 { generator.next() }

  /// From 0 to below 1, evenly.
  mutating func unit() -> Double { generator.unit() }
}
