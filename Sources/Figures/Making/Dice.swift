/// Chance with a seed: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct Dice {
  private var state: UInt64

  /// Equal seeds and names give equal throws.
  init(_ seed: UInt64, _ name: String) {
    state = seed
    for byte in name.utf8 { state = next() ^ UInt64(byte) }
  }

  init(_ seed: UInt64, _ place: Int) {
    state = seed
    state = next() ^ UInt64(bitPattern: Int64(place))
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
}
