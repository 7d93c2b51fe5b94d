internal import Media
internal import World

extension Double {
  /// Inside a range; what is not a number is its low end.
  func held(_ range: ClosedRange<Double>) -> Double {
    self >= range.lowerBound ? Swift.min(self, range.upperBound) : range.lowerBound
  }

  /// The same angle within half a turn of 0. Angles beyond 10⁶ are taken for 0.
  var turned: Double {
    guard abs(self) <= 1_000_000 else { return 0 }
    return self - (self / (2 * .pi)).rounded() * 2 * .pi
  }
}

extension Vector {
  /// Within 10 km of the origin, and a number.
  var near: Vector {
    func held(_ value: Double) -> Double { value.isFinite ? value.held(-10_000...10_000) : 0 }
    return Vector(held(x), held(y), held(z))
  }

  /// On the ground below or above.
  var level: Vector { Vector(x, 0, z) }

  /// Which way it lies, as headings count: 0 along z, a quarter turn along x.
  var heading: Double { Elementary.atan2(x, z) }

  static func ahead(_ heading: Double) -> Vector { Vector(Elementary.sin(heading), 0, Elementary.cos(heading)) }
}

extension Array {
  /// The last that has begun at a time, of what is in order of beginnings.
  func latest(at time: Double, _ start: (Element) -> Double) -> Element? {
    let next = partitioningIndex { start($0) > time }
    return next > 0 ? self[next - 1] : nil
  }
}

extension Time {
  /// What lies beyond the clock is held to its ends.
  init(near seconds: Double) {
    self = Time(seconds: seconds.held(-1_000_000_000...1_000_000_000)) ?? .zero
  }
}
