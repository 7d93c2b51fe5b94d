import Media

/// How long a filter rings, from its poles.
///
/// From its second sample on, the answer to an impulse obeys h[n] = −a1 h[n−1] − a2 h[n−2]. Hence
/// h[1 + k] = h[1] u[k + 1] + (h[2] + a1 h[1]) u[k], where u is what 0, 1 leads to, and |u[n]| ≤ rⁿ⁻¹ min(n, s) with the
/// greater radius r of the poles and their distance in s. The sum of all |h| after n samples is what sound within full
/// scale can make of difference.
extension Biquad.Coefficients {
  /// Samples after which the rest of the answer to an impulse sums up to less than `tolerance`; nil beyond `longestMemory`.
  func memory(within tolerance: Double) -> Int? {
    let (radius, spread) = poles
    let first = b1 - a1 * b0
    let size = abs(first) + abs(b2 - a2 * b0)
    guard size > 0 else { return 1 }
    func rest(after count: Int) -> Double {
      let still = Elementary.exp2(max(-1000, Elementary.log2(radius) * Double(count - 1)))
      return size * still * min(Double(count) + 1 / (1 - radius), spread) / (1 - radius)
    }
    var (low, high) = (0, longestMemory - 2)
    guard rest(after: high) <= tolerance else { return nil }
    while low < high {
      let middle = (low + high) / 2
      if rest(after: middle) <= tolerance { high = middle } else { low = middle + 1 }
    }
    return high + 2
  }

  /// The greater radius, and how much larger than its powers u can be.
  private var poles: (radius: Double, spread: Double) {
    let square = a1 * a1 / 4 - a2
    guard square >= 0 else { return (max(a2.squareRoot(), 1e-9), (a2 / -square).squareRoot()) }
    let half = square.squareRoot()
    let radius = max(abs(a1) / 2 + half, 1e-9)
    return (radius, half > 0 ? radius / half : .infinity)
  }
}
