import Media

extension Biquad {
  /// H(z) = (b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a1 z⁻¹ + a2 z⁻²).
  struct Coefficients: Equatable {
    let b0, b1, b2, a1, a2: Double
  }
}

extension Biquad.Coefficients {
  private init(b: (Double, Double, Double), a: (Double, Double, Double)) {
    (b0, b1, b2, a1, a2) = (b.0 / a.0, b.1 / a.0, b.2 / a.0, a.1 / a.0, a.2 / a.0)
  }

  /// The cookbook's formulas, in its letters.
  init(_ shape: Biquad.Shape, frequency: Double, quality: Double) {
    let w0 = 2 * Double.pi * frequency / AudioBlock.rate
    let (cos, alpha) = (Elementary.cos(w0), Elementary.sin(w0) / (2 * quality))
    let poles = (1 + alpha, -2 * cos, 1 - alpha)
    switch shape {
    case .lowpass: self.init(b: ((1 - cos) / 2, 1 - cos, (1 - cos) / 2), a: poles)
    case .highpass: self.init(b: ((1 + cos) / 2, -1 - cos, (1 + cos) / 2), a: poles)
    case .bandpass: self.init(b: (alpha, 0, -alpha), a: poles)
    case .notch: self.init(b: (1, -2 * cos, 1), a: poles)
    case .allpass: self.init(b: (1 - alpha, -2 * cos, 1 + alpha), a: poles)
    case .peak(let gain):
      let a = Biquad.Coefficients.root(of: gain)
      self.init(b: (1 + alpha * a, -2 * cos, 1 - alpha * a), a: (1 + alpha / a, -2 * cos, 1 - alpha / a))
    case .lowshelf(let gain): self.init(shelf: Biquad.Coefficients.root(of: gain), cos, alpha)
    case .highshelf(let gain): self.init(mirrored: Biquad.Coefficients.root(of: gain), cos, alpha)
    }
  }

  /// A low shelf.
  private init(shelf a: Double, _ cos: Double, _ alpha: Double) {
    let (plus, minus, bend) = (a + 1, a - 1, 2 * a.squareRoot() * alpha)
    self.init(
      b: (a * (plus - minus * cos + bend), 2 * a * (minus - plus * cos), a * (plus - minus * cos - bend)),
      a: (plus + minus * cos + bend, -2 * (minus + plus * cos), plus + minus * cos - bend))
  }

  /// A high shelf.
  private init(mirrored a: Double, _ cos: Double, _ alpha: Double) {
    let (plus, minus, bend) = (a + 1, a - 1, 2 * a.squareRoot() * alpha)
    self.init(
      b: (a * (plus + minus * cos + bend), -2 * a * (minus + plus * cos), a * (plus + minus * cos - bend)),
      a: (plus - minus * cos + bend, 2 * (minus - plus * cos), plus - minus * cos - bend))
  }

  /// The cookbook's A, the square root of the amplitude.
  private static func root(of gain: Double) -> Double {
    Elementary.power(10, gain / 40)
  }
}
