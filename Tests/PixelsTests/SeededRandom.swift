/// SplitMix64: the same numbers everywhere, so that a failure can be had again from its seed.
struct SeededRandom: RandomNumberGenerator {
  let seed: UInt64
  private var state: UInt64

  init(_ seed: UInt64 = .random(in: 0 ... .max)) {
    self.seed = seed
    self.state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

extension SeededRandom {
  /// Numbers of a range, its ends far more often than chance has them.
  mutating func edgy<T: FixedWidthInteger>(_ range: ClosedRange<T>) -> T {
    switch UInt8.random(in: 0..<8, using: &self) {
    case 0: range.lowerBound
    case 1: range.upperBound
    default: T.random(in: range, using: &self)
    }
  }

  mutating func row<T: FixedWidthInteger>(_ count: Int, _ range: ClosedRange<T>) -> [T] {
    (0..<count).map { _ in edgy(range) }
  }
}
