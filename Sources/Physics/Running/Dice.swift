internal import Media

/// Chance with a seed: SplitMix64 (Steele, Lea and Flood, 2014).
struct Dice {
  private var state: UInt64

  /// Equal keys give equal throws; keys that differ in a bit have nothing in common.
  init(_ seed: UInt64, _ key: UInt64 = 0, _ stream: UInt64 = 0) {
    state = seed
    state = next() ^ key
    state = next() ^ stream
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// From 0 to below 1, evenly.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// To any side, of length 1.
  mutating func direction() -> SIMD2<Double> {
    let angle = unit() * 2 * .pi
    return SIMD2(Elementary.cos(angle), Elementary.sin(angle))
  }
}
