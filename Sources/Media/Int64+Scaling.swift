extension Int64 {
  /// `self × factor ÷ divisor` through a 128-bit product, so that no time and no sample number can overflow on the way.
  ///
  /// - Precondition: `divisor > 0`, and the result fits; both are ours to see to.
  package func scaled(by factor: Int64, over divisor: Int64, rounding: FloatingPointRoundingRule) -> Int64 {
    precondition(divisor > 0, "a scale needs a positive divisor")
    let product = Int128(self) * Int128(factor)
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: Int128(divisor))
    guard remainder != 0 else { return Int64(quotient) }
    switch rounding {
    case .down: return Int64(quotient) - (remainder < 0 ? 1 : 0)
    case .up: return Int64(quotient) + (remainder > 0 ? 1 : 0)
    case .toNearestOrAwayFromZero:
      let isHalfOrMore = remainder.magnitude * 2 >= Int128(divisor).magnitude
      return Int64(quotient) + (isHalfOrMore ? Int64(remainder.signum()) : 0)
    default: preconditionFailure("a scale rounds down, up, or to nearest")
    }
  }
}
