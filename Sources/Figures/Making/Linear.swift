internal import World

/// What can be added and scaled, and so be mixed and led along a curve.
protocol Linear: Sendable {
  static func + (a: Self, b: Self) -> Self
  static func * (a: Self, factor: Double) -> Self
}

extension Linear {
  func mixed(with other: Self, _ fraction: Double) -> Self { self + (other + self * -1) * fraction }
}

extension Double: Linear {}
extension SIMD3<Double>: Linear {}
