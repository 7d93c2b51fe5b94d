internal import World

extension Double {
  /// As a person writes it: whole numbers without a point, others with as few digits as tell them apart.
  var short: String {
    self == rounded() && abs(self) < 1e15 ? String(Int64(self)) : "\(self)"
  }

  /// The nearest number with so many digits after the point; −0 is 0.
  func rounded(digits: Int) -> Double {
    var factor = 1.0
    for _ in 0..<digits { factor *= 10 }
    let value = (self * factor).rounded() / factor
    return value == 0 ? 0 : value
  }

  /// With three digits that count, and never more than three after the point unless it is small: what a person would write.
  var tidy: Double {
    let size = abs(self)
    if size >= 100 { return rounded(digits: 0) }
    if size >= 10 { return rounded(digits: 1) }
    return rounded(digits: size >= 0.1 || size == 0 ? 2 : 4)
  }
}

extension SceneValue {
  /// A place or a direction, to the centimetre, or finer where it is small.
  static func vector(_ vector: Vector) -> SceneValue {
    .table(SceneTable([.number(vector.x.tidy), .number(vector.y.tidy), .number(vector.z.tidy)]))
  }
}
