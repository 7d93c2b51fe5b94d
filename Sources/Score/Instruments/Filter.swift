/// A state-variable filter for both sides at once (Andrew Simper, "Linear Trapezoidal Integrated SVF", 2013). Its pitch may
/// move while it sounds.
struct Filter {
  private var (state1, state2) = (Stereo.zero, Stereo.zero)
  private var (a1, a2, a3): (Float, Float, Float) = (0, 0, 0)
  private let damping: Float

  /// - Parameter resonance: 0.5 is none, 10 rings.
  init(resonance: Double) {
    damping = Float(1 / resonance)
  }

  /// Moves its corner, in Hz; held to 20 … 16 000.
  mutating func tune(to frequency: Float) {
    let x = min(max(frequency, 20), 16_000) * (.pi / 48_000)
    // tan x, by Padé: within 0.3 % up to 16 kHz.
    let g = x * (15 - x * x) / (15 - 6 * x * x)
    a1 = 1 / (1 + g * (g + damping))
    a2 = g * a1
    a3 = g * a2
  }

  /// Takes a sample; gives back what lies below the corner.
  @inline(__always) mutating func low(of sample: Stereo) -> Stereo { take(sample).low }

  /// What lies around the corner.
  @inline(__always) mutating func band(of sample: Stereo) -> Stereo { take(sample).band }

  /// What lies above the corner.
  @inline(__always) mutating func high(of sample: Stereo) -> Stereo {
    let (low, band) = take(sample)
    return sample - damping * band - low
  }

  @inline(__always) private mutating func take(_ sample: Stereo) -> (low: Stereo, band: Stereo) {
    let v3 = sample - state2
    let band = a1 * state1 + a2 * v3
    let low = state2 + a2 * state1 + a3 * v3
    state1 = 2 * band - state1
    state2 = 2 * low - state2
    return (low, band)
  }
}
