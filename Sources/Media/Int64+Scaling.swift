extension Int64 {
  /// `self × factor ÷ divisor` through a 128-bit product, so that no time and no sample number can overflow on the way.
  /// A result that no `Int64` can say is held at the nearest that one can: time stamps of a file may be any numbers.
  ///
  /// - Precondition: `divisor > 0`.
  package func scaled(by factor: Int64, over divisor: Int64, rounding: FloatingPointRoundingRule) -> Int64 {
    precondition(divisor > 0, "a scale needs a positive divisor")
    let product = Int128(self) * Int128(factor)
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: Int128(divisor))
    let step: Int128
    switch rounding {
    case .down: step = remainder < 0 ? -1 : 0
    case .up: step = remainder > 0 ? 1 : 0
    case .toNearestOrAwayFromZero: step = remainder.magnitude * 2 >= divisor.magnitude ? remainder.signum() : 0
    default: preconditionFailure("a scale rounds down, up, or to nearest")
    }
    return Int64(clamping: quotient + step)
  }
}
