internal import Media

/// Chance with a seed and a key.
struct Dice {
  private var generator: SplitMix64

  /// Equal keys give equal throws; keys that differ in a bit have nothing in common.
  init(_ seed: UInt64, _ key: UInt64 = 0, _ stream: UInt64 = 0) {
    generator = SplitMix64(state: seed)
    generator.state = next() ^ key
    generator.state = next() ^ stream
    generator.state = next()
  }

  mutating func next() -> UInt64 { generator.next() }

  /// From 0 to below 1, evenly.
  mutating func unit() -> Double { generator.unit() }

  /// To any side, of length 1.
  mutating func direction() -> SIMD2<Double> {
    let angle = unit() * 2 * .pi
    return SIMD2(Elementary.cos(angle), Elementary.sin(angle))
  }
}
