import Media

/// A state-variable filter whose frequency may move while it sounds.
///
/// Trapezoidal integrators: Zavalishin, "The Art of VA Filter Design", 2012; the mix of outputs is Simper's (2013).
struct Filter {
  enum Kind { case low, band, high }

  let kind: Kind
  private var (a1, a2, a3): (Float, Float, Float) = (0, 0, 0)
  private var (direct, band, low): (Float, Float, Float) = (0, 0, 0)
  private var (s1, s2): (Float, Float) = (0, 0)

  init(_ kind: Kind) { self.kind = kind }

  init(_ kind: Kind, frequency: Double, q: Double) {
    self.kind = kind
    tune(frequency: frequency, q: q)
  }

  /// - Parameters:
  ///   - frequency: In hertz; held between 5 and 20 000.
  ///   - q: Above 0; a band is frequency ÷ q wide, and 1 high.
  mutating func tune(frequency: Double, q: Double) {
    let angle = .pi * min(max(frequency, 5), 20_000) / Double(AudioBlock.sampleRate)
    let g = Elementary.sin(angle) / Elementary.cos(angle)
    let k = 1 / q
    let first = 1 / (1 + g * (g + k))
    (a1, a2, a3) = (Float(first), Float(g * first), Float(g * g * first))
    switch kind {
    case .low: (direct, band, low) = (0, 0, 1)
    case .band: (direct, band, low) = (0, Float(k), 0)
    case .high: (direct, band, low) = (1, -Float(k), -1)
    }
  }

  /// Takes over how another is tuned, but not what it has heard.
  mutating func follow(_ other: Filter) {
    (a1, a2, a3) = (other.a1, other.a2, other.a3)
    (direct, band, low) = (other.direct, other.band, other.low)
  }

  /// Forgets what is too soft to be heard, since numbers near 0 (denormal ones) take a processor a hundred times as long.
  mutating func settle() {
    if abs(s1) < 1e-20 { s1 = 0 }
    if abs(s2) < 1e-20 { s2 = 0 }
  }

  @inline(__always)
  mutating func step(_ x: Float) -> Float {
    let v3 = x - s2
    let v1 = a1 * s1 + a2 * v3
    let v2 = s2 + a2 * s1 + a3 * v3
    s1 = 2 * v1 - s1
    s2 = 2 * v2 - s2
    return direct * x + band * v1 + low * v2
  }
}
