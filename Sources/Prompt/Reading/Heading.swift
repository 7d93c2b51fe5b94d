internal import World

/// Directions on the ground.
enum Heading {
  /// The angle about y from z towards x, in radians, made of + − × ÷ alone; 0 for no direction.
  static func radians(_ direction: Vector) -> Double {
    let (x, z) = (direction.x, direction.z)
    guard x != 0 || z != 0 else { return 0 }
    let isFlat = abs(x) <= abs(z)
    let angle = isFlat ? arctangent(x / z) : Double.pi / 2 - arctangent(z / x)
    if isFlat { return z > 0 ? angle : angle + (x >= 0 ? Double.pi : -Double.pi) }
    return x > 0 ? angle : angle - Double.pi
  }

  /// For |x| ≤ 1: halved twice by arctan x = 2 arctan(x / (1 + √(1 + x²))), then the series to 10⁻¹⁶.
  private static func arctangent(_ x: Double) -> Double {
    func half(_ x: Double) -> Double { x / (1 + (1 + x * x).squareRoot()) }
    let y = half(half(x))
    var sum = 0.0
    for divisor in stride(from: 23.0, through: 1, by: -2) { sum = 1 / divisor - sum * y * y }
    return 4 * y * sum
  }
}
