/// White noise: Marsaglia's xorshift with 32 bits ("Xorshift RNGs", 2003).
struct Noise {
  private var state: UInt32

  init(seed: UInt64) {
    state = UInt32(truncatingIfNeeded: seed ^ (seed >> 32)) | 1
  }

  /// Within ±1.
  @inline(__always) mutating func next() -> Float {
    state ^= state << 13
    state ^= state >> 17
    state ^= state << 5
    return Float(Int32(bitPattern: state)) * 0x1p-31
  }
}
