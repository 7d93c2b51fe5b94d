import Media

/// A period of the sine as a table: an oscillator asks a million times a second.
///
/// A phase is a part of a turn in 2⁻³²: it comes around by itself. Straight lines between 4096 points are off by at most
/// (2π/4096)² / 8, which is −130 dB.
enum Sine {
  private static let table: [Float] = (0...4096).map { Float(Elementary.sin(2 * .pi * Double($0) / 4096)) }

  static func withTable(_ body: (UnsafePointer<Float>) -> Void) {
    table.withUnsafeBufferPointer { if let first = $0.baseAddress { body(first) } }
  }

  @inline(__always)
  static func at(_ phase: UInt32, _ table: UnsafePointer<Float>) -> Float {
    let index = Int(phase >> 20)
    let (low, high) = (table[index], table[index + 1])
    return low + (high - low) * (Float(phase & 0xf_ffff) * 0x1p-20)
  }

  /// How far a tone's phase goes from sample to sample, for a frequency in hertz below 24 000.
  @inline(__always)
  static func stride(_ frequency: Double) -> UInt32 {
    UInt32(truncatingIfNeeded: Int(frequency * (0x1p32 / Double(AudioBlock.sampleRate))))
  }
}

/// What an amplitude that falls by `rate` (1/s, as in e^(−rate·t)) keeps from sample to sample.
func decay(_ rate: Double) -> Double {
  Elementary.exp2(-rate * 1.442_695_040_888_963_4 / Double(AudioBlock.sampleRate))
}
