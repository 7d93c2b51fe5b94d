/// How something gets from one value to another. All take a fraction of the way in time, and hold it to 0 ... 1.
enum Ease {
  /// Starts and ends at rest: speed has no jump.
  static func smooth(_ fraction: Double) -> Double {
    let u = held(fraction)
    return u * u * (3 - 2 * u)
  }

  /// Starts and ends at rest and without force: the way of a hand with the least jerk (Flash and Hogan, 1985).
  static func gentle(_ fraction: Double) -> Double {
    let u = held(fraction)
    return u * u * u * (10 + u * (6 * u - 15))
  }

  /// Gets to an even speed in the first quarter, and keeps it until the last: the way of a foot that swings.
  static func brisk(_ fraction: Double) -> Double {
    let u = held(fraction)
    return u < 0.25 ? u * u * 8 / 3 : u > 0.75 ? 1 - (1 - u) * (1 - u) * 8 / 3 : (u - 0.125) * 4 / 3
  }

  /// From 0 up to 1 in the middle and down to 0 again, at rest at both ends.
  static func arch(_ fraction: Double) -> Double {
    let u = held(fraction)
    return 16 * u * u * (1 - u) * (1 - u)
  }

  /// Up within `rise` seconds of the start, down within `fall` of the end.
  static func envelope(_ time: Double, _ span: ClosedRange<Double>, rise: Double, fall: Double) -> Double {
    gentle((time - span.lowerBound) / rise) * gentle((span.upperBound - time) / fall)
  }

  /// Hermite's cubic from a value and a speed to a value and a speed, `seconds` later.
  static func cubic(
    _ fraction: Double, from a: Double, _ speedA: Double, to b: Double, _ speedB: Double, seconds: Double
  ) -> Double {
    let u = held(fraction)
    let (square, left) = (u * u, 1 - u)
    let way = square * (3 - 2 * u)
    return a + (b - a) * way + seconds * (speedA * u * left * left - speedB * square * left)
  }

  /// The smaller of two, with the corner between them rounded over about `width`.
  static func least(_ a: Double, _ b: Double, width: Double) -> Double {
    let gap = a - b
    return (a + b - (gap * gap + width * width).squareRoot()) / 2
  }

  /// Goes towards ±limit and never gets there; small values stay as they are.
  static func limited(_ value: Double, to limit: Double) -> Double {
    value / (1 + value * value / (limit * limit)).squareRoot()
  }

  private static func held(_ fraction: Double) -> Double { fraction > 0 ? min(fraction, 1) : 0 }
}
