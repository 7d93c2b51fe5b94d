/// Elementary functions made of additions and multiplications alone.
///
/// The system's `sin` and `exp2` differ in the last bit between processors (some use fused multiply-add), and a pixel
/// would follow. Swift never contracts a multiplication and an addition, so these give the same bits everywhere.
/// At most 2 units in the last place from the nearest number inside the stated ranges; 3 for sine and cosine, whose angle is
/// rounded twice when it is brought near 0.
package enum Elementary {
  /// 2ˣ for |x| ≤ 1000.
  package static func exp2(_ x: Double) -> Double {
    let whole = x.rounded()
    let y = (x - whole) * 0.693_147_180_559_945_309_4  // ln 2
    var sum = 1.0
    for divisor in stride(from: 16.0, through: 1, by: -1) {
      sum = 1 + sum * y / divisor
    }
    return Double(sign: .plus, exponent: Int(whole), significand: sum)
  }

  /// The binary logarithm of a positive, finite number.
  package static func log2(_ x: Double) -> Double {
    precondition(x > 0 && x < .infinity, "only positive numbers have a logarithm")
    // Between the square roots of ½ and 2, so that the series is short: ln m = 2 artanh((m − 1) / (m + 1)).
    let isHigh = x.significand > 1.414_213_562_373_095_1
    let (mantissa, exponent) = (isHigh ? x.significand / 2 : x.significand, Double(x.exponent) + (isHigh ? 1 : 0))
    let z = (mantissa - 1) / (mantissa + 1)
    var sum = 0.0
    for divisor in stride(from: 23.0, through: 1, by: -2) { sum = sum * z * z + 1 / divisor }
    return exponent + 2 * z * sum * 1.442_695_040_888_963_4  // 1 / ln 2
  }

  /// A number from 0 on to a power; 0 to any is 0, and what would be beyond the ends of numbers is held to them.
  package static func power(_ base: Double, _ exponent: Double) -> Double {
    guard base > 0 else { return 0 }
    guard exponent != 1, base < .infinity else { return base }
    return exp2(min(max(log2(base) * exponent, -1000), 1000))
  }

  /// The sine of an angle in radians, |angle| ≤ 10⁶.
  package static func sin(_ angle: Double) -> Double {
    let (quarter, rest) = reduced(angle)
    switch quarter & 3 {
    case 0: return sinKernel(rest)
    case 1: return cosKernel(rest)
    case 2: return -sinKernel(rest)
    default: return -cosKernel(rest)
    }
  }

  /// The cosine of an angle in radians, |angle| ≤ 10⁶.
  package static func cos(_ angle: Double) -> Double {
    let (quarter, rest) = reduced(angle)
    switch quarter & 3 {
    case 0: return cosKernel(rest)
    case 1: return -sinKernel(rest)
    case 2: return -cosKernel(rest)
    default: return sinKernel(rest)
    }
  }

  /// Cody and Waite: π/2 in three parts whose products with a small whole number are exact.
  private static func reduced(_ angle: Double) -> (quarter: Int, rest: Double) {
    let quarter = (angle * 0.636_619_772_367_581_343_1).rounded()
    let rest =
      ((angle - quarter * 1.570_796_326_734_125_614_17) - quarter * 6.077_100_506_303_965_976_60e-11)
      - quarter * 2.022_266_248_795_950_631_54e-21
    return (Int(quarter), rest)
  }

  /// Taylor's series on |x| ≤ π/4.
  private static func sinKernel(_ x: Double) -> Double {
    let square = x * x
    var sum = 1.0
    for n in stride(from: 18.0, through: 2, by: -2) {
      sum = 1 - sum * square / (n * (n + 1))
    }
    return x * sum
  }

  private static func cosKernel(_ x: Double) -> Double {
    let square = x * x
    var sum = 1.0
    for n in stride(from: 19.0, through: 1, by: -2) {
      sum = 1 - sum * square / (n * (n + 1))
    }
    return sum
  }
}
