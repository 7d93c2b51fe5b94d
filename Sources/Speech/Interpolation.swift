import Media

/// Brings sound to 48 kHz: a sinc under a Kaiser window, tabulated for each place that an output sample can have between two
/// input samples (J. O. Smith, "Digital Audio Resampling"; Kaiser 1974 for the window).
///
/// What is above half of the lower rate is 90 dB down from a tenth beyond it.
struct Interpolation {
  /// Output samples are `down / up` input samples apart.
  private let up: Int
  private let down: Int
  /// Input samples to either side.
  let reach: Int
  /// `2 * reach` weights for each of `up` places.
  private let weights: [Float]

  /// - Returns: Nil if the rate is not among `SpokenSound.sampleRates`.
  init?(from rate: Int) {
    guard SpokenSound.sampleRates.contains(rate) else { return nil }
    let divisor = Self.divisor(48_000, rate)
    (up, down) = (48_000 / divisor, rate / divisor)
    let cutoff = min(1, 48_000 / Double(rate))
    // A multiple of four, so that the sum goes eight by eight.
    let reach = (Int((Self.lobes / cutoff).rounded(.up)) + 3) / 4 * 4
    self.reach = reach
    weights = (0..<up).flatMap { [up] phase in
      Self.weights(at: Double(phase) / Double(up), reach: reach, cutoff: cutoff)
    }
  }

  private static let lobes = 32.0
  /// −90 dB beside the band, by Kaiser's formula 0.1102 (A − 8.7).
  private static let beta = 8.96

  func outputCount(of count: Int) -> Int64 { (Int64(count) * Int64(up) + Int64(down) - 1) / Int64(down) }

  /// - Parameter samples: With `reach` more before the first and behind the last.
  func sample(at place: Int64, of samples: [Float]) -> Float {
    let position = Int(place) * down
    let (middle, phase) = (position / up, position % up)
    return samples.withUnsafeBytes { samples in
      weights.withUnsafeBytes { weights in
        var sum = SIMD8<Float>.zero
        for tap in stride(from: 0, to: 2 * reach, by: 8) {
          // Safe because of `middle` input samples and `reach` before them, `2 * reach` more lie in the array.
          let input = samples.loadUnaligned(fromByteOffset: (middle + 1 + tap) * 4, as: SIMD8<Float>.self)
          sum += input * weights.loadUnaligned(fromByteOffset: (phase * 2 * reach + tap) * 4, as: SIMD8<Float>.self)
        }
        // In this order everywhere, which `sum()` does not promise.
        let four = sum.lowHalf + sum.highHalf
        let two = four.lowHalf + four.highHalf
        return two.x + two.y
      }
    }
  }

  /// Of the samples from `1 - reach` on, counted from the one before the place; their sum is 1.
  private static func weights(at fraction: Double, reach: Int, cutoff: Double) -> [Float] {
    let raw = (1 - reach...reach).map { tap in
      let x = (Double(tap) - fraction) * cutoff
      // Pulled in by a twentieth, so that the slope ends soon beyond the band.
      let angle = .pi * x * 0.95
      return (x == 0 ? 1 : Elementary.sin(angle) / angle) * window(x / lobes)
    }
    let sum = raw.reduce(0, +)
    return raw.map { Float($0 / sum) }
  }

  /// Kaiser's window, 0 from ±1 on.
  private static func window(_ x: Double) -> Double {
    x * x < 1 ? bessel(beta * (1 - x * x).squareRoot()) / bessel(beta) : 0
  }

  /// The modified Bessel function of order 0, by its series.
  private static func bessel(_ x: Double) -> Double {
    var (sum, term) = (1.0, 1.0)
    for n in 1...40 {
      term *= x * x / (4 * Double(n * n))
      sum += term
    }
    return sum
  }

  private static func divisor(_ a: Int, _ b: Int) -> Int { b == 0 ? a : divisor(b, a % b) }
}
