import Foundation

enum Angle {
  /// The angle of a point, in turns.
  static func turns(_ y: Double, _ x: Double) -> Double { atan2(y, x) / (2 * .pi) }
}
