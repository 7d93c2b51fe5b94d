import Media

/// Chance with a seed and a key.
struct Dice {
  private var generator: SplitMix64

  /// Equal keys give equal throws; keys that differ in a bit have nothing in common.
  init(_ seed: UInt64, _ key: Int64 = 0, _ stream: UInt64 = 0) {
    generator = SplitMix64(state: seed)
    generator.state = next() ^ UInt64(bitPattern: key)
    generator.state = next() ^ stream
    generator.state = next()
  }

  mutating func next() -> UInt64 { generator.next() }

  /// From 0 to below 1, evenly.
  mutating func unit() -> Double { generator.unit() }

  mutating func real(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

  /// Evenly in octaves: what pitches and sizes want.
  mutating func octaves(_ low: Double, _ high: Double) -> Double {
    low * Elementary.exp2(unit() * Elementary.log2(high / low))
  }

  /// −1 or 1.
  mutating func sign() -> Double { next() & 1 == 0 ? -1 : 1 }

  mutating func below(_ count: Int) -> Int { Int(unit() * Double(count)) }

  /// How long until the next of some events that come at random, `rate` a second (Poisson).
  mutating func wait(rate: Double) -> Double { -Elementary.log2(1 - unit()) * 0.693_147_180_559_945_3 / rate }

  /// White noise in ±1 for both ears, not alike.
  mutating func noise() -> (left: Float, right: Float) {
    let bits = next()
    return (
      Float(Int32(truncatingIfNeeded: bits)) * 0x1p-31, Float(Int32(truncatingIfNeeded: bits >> 32)) * 0x1p-31
    )
  }
}
