/// The curve of CSS `cubic-bezier(x1, y1, x2, y2)`: from (0, 0) to (1, 1), with x between 0 and 1.
package struct CubicBezier: Hashable, Sendable {
  package var x1: Double
  package var y1: Double
  package var x2: Double
  package var y2: Double

  /// Nil if an x lies outside 0 to 1, or a y outside ±`Easing.reach`.
  package init?(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    guard [x1, x2].allSatisfy((0...1).contains), [y1, y2].allSatisfy({ abs($0) <= Easing.reach }) else { return nil }
    (self.x1, self.y1, self.x2, self.y2) = (x1, y1, x2, y2)
  }

  /// The height of the curve over `x`, by bisection: x(s) never falls, and 60 halvings leave less than a bit.
  func y(at x: Double) -> Double {
    guard x > 0, x < 1 else { return x }
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if CubicBezier.coordinate(middle, x1, x2) < x { low = middle } else { high = middle }
    }
    return CubicBezier.coordinate((low + high) / 2, y1, y2)
  }

  private static func coordinate(_ s: Double, _ first: Double, _ second: Double) -> Double {
    let r = 1 - s
    return 3 * r * r * s * first + 3 * r * s * s * second + s * s * s
  }
}
