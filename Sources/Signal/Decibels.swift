import Media

/// Between amplitudes and decibels of full scale, for every sample: within 10⁻⁸ dB, by multiplications alone.
///
/// `Elementary` is finer, and too slow for a gain that is computed 48 000 times a second.
enum Decibels {
  /// What silence counts as.
  static let silence = -200.0
  private static let perOctave = 6.020_599_913_279_624  // 20 log₁₀ 2

  /// 10 to the twentieth part of `decibels`; held to ±1000 dB.
  @inline(__always) static func amplitude(_ decibels: Double) -> Double {
    let octaves = min(max(decibels, -1000), 1000) * (1 / perOctave)
    let whole = octaves.rounded()
    return exponential((octaves - whole) * 0.693_147_180_559_945_3) * power(of: Int(whole))
  }

  /// The level of a finite amplitude from 0 on, in decibels of full scale; at least that of silence.
  @inline(__always) static func level(_ amplitude: Double) -> Double {
    guard amplitude > 1e-10 else { return silence }
    let isHigh = amplitude.significand > 1.414_213_562_373_095_1
    let mantissa = isHigh ? amplitude.significand * 0.5 : amplitude.significand
    let octaves = Int(amplitude.exponent) + (isHigh ? 1 : 0)
    return (Double(octaves) + logarithm(mantissa) * 1.442_695_040_888_963_4) * perOctave
  }

  /// `level` of each, in place, within 10⁻⁴ dB: no branches and no doubles, so that processors do several at once.
  static func turnIntoLevels(_ amplitudes: UnsafeMutableBufferPointer<Float>) {
    for index in amplitudes.indices { amplitudes[index] = level(amplitudes[index]) }
  }

  /// `amplitude` of each, in place, within 10⁻⁵ dB; held to ±600 dB.
  static func turnIntoAmplitudes(_ decibels: UnsafeMutableBufferPointer<Float>) {
    for index in decibels.indices { decibels[index] = amplitude(decibels[index]) }
  }

  @inline(__always) private static func level(_ amplitude: Float) -> Float {
    let bits = max(amplitude, 1e-10).bitPattern
    // 0x3f35_04f3 is √½: what is left of the mantissa lies between it and √2.
    let octaves = Int32(bitPattern: bits &- 0x3f35_04f3) &>> 23
    let mantissa = Float(bitPattern: bits &- UInt32(bitPattern: octaves &<< 23))
    let z = (mantissa - 1) / (mantissa + 1)
    let square = z * z
    let series = 1 + square * (1 / 3 + square * (0.2 + square * (1 / 7 + square * (1 / 9))))
    return (Float(octaves) + 2 * z * series * 1.442_695) * Float(perOctave)
  }

  @inline(__always) private static func amplitude(_ decibels: Float) -> Float {
    let octaves = min(max(decibels, -600), 600) * Float(1 / perOctave)
    // So great a number has no room for fractions, and the whole one in its last bits.
    let rounded = octaves + 12_582_912
    let power = Float(bitPattern: rounded.bitPattern &<< 23 &+ 0x3f80_0000)
    let x = (octaves - (rounded - 12_582_912)) * 0.693_147_2
    let series = 1 + x * (1 + x * (0.5 + x * (1 / 6 + x * (1 / 24 + x * (1 / 120 + x * (1 / 720))))))
    return series * power
  }

  private static func power(of octaves: Int) -> Double {
    Double(bitPattern: UInt64(1023 + octaves) << 52)
  }

  /// Taylor's series for eˣ, |x| ≤ ln 2 / 2.
  @inline(__always) private static func exponential(_ x: Double) -> Double {
    let high = 1.0 / 5040 + x * (1.0 / 40_320 + x * (1.0 / 362_880 + x * (1.0 / 3_628_800)))
    let middle = 1.0 / 24 + x * (1.0 / 120 + x * (1.0 / 720 + x * high))
    return 1 + x * (1 + x * (0.5 + x * (1.0 / 6 + x * middle)))
  }

  /// ln x = 2 artanh((x − 1) / (x + 1)), between the square roots of ½ and 2.
  @inline(__always) private static func logarithm(_ x: Double) -> Double {
    let z = (x - 1) / (x + 1)
    let square = z * z
    let high = 1.0 / 9 + square * (1.0 / 11 + square * (1.0 / 13))
    return 2 * z * (1 + square * (1.0 / 3 + square * (0.2 + square * (1.0 / 7 + square * high))))
  }
}
