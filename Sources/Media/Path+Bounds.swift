extension Path {
  /// The smallest box that holds it, curves and not the points that they bend towards; nil if it has no points.
  package var bounds: (low: Point, high: Point)? {
    let points = extremes
    guard let first = points.first else { return nil }
    return points.reduce((first, first)) { box, point in
      (Point(min(box.0.x, point.x), min(box.0.y, point.y)), Point(max(box.1.x, point.x), max(box.1.y, point.y)))
    }
  }

  /// The smallest box of whole numbers that holds it: what lies on whole pixels stays there. What sticks out by rounding
  /// alone does not count.
  package var box: (left: Double, top: Double, width: Double, height: Double)? {
    guard let (low, high) = bounds else { return nil }
    let (left, top) = ((low.x + 1e-6).rounded(.down), (low.y + 1e-6).rounded(.down))
    return (left, top, max(1, (high.x - 1e-6).rounded(.up) - left), max(1, (high.y - 1e-6).rounded(.up) - top))
  }

  /// Its length at the most: that of the lines through all its points.
  package var reach: Double {
    var (sum, start, last) = (0.0, Point(0, 0), Point(0, 0))
    for element in elements {
      switch element {
      case .move(let point): (start, last) = (point, point)
      case .line(let end): (sum, last) = (sum + (end - last).length, end)
      case .curve(let a, let b, let end):
        (sum, last) = (sum + (a - last).length + (b - a).length + (end - b).length, end)
      case .close: (sum, last) = (sum + (start - last).length, start)
      }
    }
    return sum
  }

  /// Ends, and where curves turn back.
  private var extremes: [Point] {
    var (found, start, last) = ([Point](), Point(0, 0), Point(0, 0))
    for element in elements {
      switch element {
      case .move(let point): (start, last) = (point, point)
      case .line(let end): last = end
      case .curve(let a, let b, let end):
        found += Path.turns(last, a, b, end)
        last = end
      case .close: last = start
      }
      found.append(last)
    }
    return found
  }

  /// The points of a curve at which it runs along neither axis for a moment.
  private static func turns(_ p0: Point, _ p1: Point, _ p2: Point, _ p3: Point) -> [Point] {
    (moments(p0.x, p1.x, p2.x, p3.x) + moments(p0.y, p1.y, p2.y, p3.y)).map { t in
      let s = 1 - t
      return p0 * (s * s * s) + p1 * (3 * s * s * t) + p2 * (3 * s * t * t) + p3 * (t * t * t)
    }
  }

  /// Where the derivative, a quadratic, is zero between the ends.
  private static func moments(_ p0: Double, _ p1: Double, _ p2: Double, _ p3: Double) -> [Double] {
    let (a, b, c) = (p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0)
    let root = b * b - 4 * a * c
    guard root >= 0 else { return [] }
    // The form that loses no digits when a is small; a quotient by zero is not between the ends.
    let q = -(b + (b < 0 ? -1 : 1) * root.squareRoot()) / 2
    return [q / a, c / q].filter { $0 > 0 && $0 < 1 }
  }
}
