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
