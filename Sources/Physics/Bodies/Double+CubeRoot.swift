internal import Media

extension Double {
  /// Of what is not above 0: 0.
  static func cubeRoot(_ value: Double) -> Double { Elementary.power(value, 1 / 3) }
}
