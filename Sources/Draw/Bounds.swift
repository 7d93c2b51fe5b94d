/// A rectangle of real numbers, `y` downwards. Empty until something is added.
struct Bounds: Hashable, Sendable {
  var left = Double.infinity
  var top = Double.infinity
  var right = -Double.infinity
  var bottom = -Double.infinity

  static let empty = Bounds()

  var isEmpty: Bool { left >= right || top >= bottom }
  var width: Double { isEmpty ? 0 : right - left }
  var height: Double { isEmpty ? 0 : bottom - top }

  func union(_ other: Bounds) -> Bounds {
    guard !isEmpty else { return other }
    guard !other.isEmpty else { return self }
    return Bounds(
      left: min(left, other.left), top: min(top, other.top),
      right: max(right, other.right), bottom: max(bottom, other.bottom))
  }

  func grown(by margin: Double) -> Bounds {
    guard !isEmpty else { return self }
    return Bounds(left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }

  func moved(x: Double, y: Double) -> Bounds {
    Bounds(left: left + x, top: top + y, right: right + x, bottom: bottom + y)
  }

  func scaled(by factor: Double) -> Bounds {
    Bounds(left: left * factor, top: top * factor, right: right * factor, bottom: bottom * factor)
  }

  /// The smallest whole pixels that hold it.
  var roundedOut: Bounds {
    guard !isEmpty else { return self }
    return Bounds(
      left: left.rounded(.down), top: top.rounded(.down), right: right.rounded(.up), bottom: bottom.rounded(.up))
  }
}
