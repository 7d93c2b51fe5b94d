extension Elementary {
  /// The angle of a point about the origin, from the first axis towards the second, in −π ... π; of the origin itself 0.
  ///
  /// At most 4 units in the last place from the nearest number.
  /// - Precondition: Both are finite.
  package static func atan2(_ y: Double, _ x: Double) -> Double {
    let (long, short) = (max(abs(x), abs(y)), min(abs(x), abs(y)))
    guard long > 0 else { return 0 }
    let acute = arctangent(short / long)
    let right = abs(y) > abs(x) ? .pi / 2 - acute : acute
    let upper = x < 0 ? .pi - right : right
    return y < 0 ? -upper : upper
  }

  /// Of 0 ... 1. Halved twice by arctan x = 2 arctan (x / (1 + √(1 + x²))), so that Taylor's series is short.
  private static func arctangent(_ x: Double) -> Double {
    func halved(_ x: Double) -> Double { x / (1 + (1 + x * x).squareRoot()) }
    let z = halved(halved(x))
    var sum = 0.0
    for divisor in stride(from: 25.0, through: 1, by: -2) { sum = 1 / divisor - z * z * sum }
    return 4 * z * sum
  }
}
