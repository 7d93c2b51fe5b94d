/// Chance with a seed and a place, the same everywhere: SplitMix64 (Steele, Lea and Flood, 2014).
///
/// Each decision has dice of its own, named by what it is about. So another melody does not change the drums.
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64, _ place: String, _ index: Int = 0) {
    // FNV-1a of the place, over the seed.
    var hash = seed ^ 0xcbf2_9ce4_8422_2325
    for byte in place.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    state = hash ^ (UInt64(truncatingIfNeeded: index) &* 0xd6e8_feb8_6659_fd93)
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// From 0 up to 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// From 0 to `count` − 1.
  mutating func index(_ count: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(count)).high) }

  mutating func one<T>(of some: [T]) -> T { some[index(some.count)] }

  /// Around 0, mostly within ±1 and never beyond ±2: the sum of four even throws.
  mutating func spread() -> Double { unit() + unit() + unit() + unit() - 2 }
}
