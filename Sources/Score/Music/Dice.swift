import Media

/// Chance with a seed and a place, the same everywhere.
///
/// Each decision has dice of its own, named by what it is about. So another melody does not change the drums.
struct Dice {
  private var generator: SplitMix64

  init(_ seed: UInt64, _ place: String, _ index: Int = 0) {
    // FNV-1a of the place, over the seed.
    var hash = seed ^ 0xcbf2_9ce4_8422_2325
    for byte in place.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    generator = SplitMix64(state: hash ^ (UInt64(truncatingIfNeeded: index) &* 0xd6e8_feb8_6659_fd93))
    _ = next()
  }

  mutating func next() -> UInt64 { generator.next() }

  /// From 0 to below 1, evenly.
  mutating func unit() -> Double { generator.unit() }

  /// From 0 to `count` − 1.
  mutating func index(_ count: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(count)).high) }

  mutating func one<T>(of some: [T]) -> T { some[index(some.count)] }

  /// Around 0, mostly within ±1 and never beyond ±2: the sum of four even throws.
  mutating func spread() -> Double { unit() + unit() + unit() + unit() - 2 }
}
