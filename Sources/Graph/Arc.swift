import Media

/// A part of an ellipse between two points, as SVG says it (SVG 2, appendix B.2), and the curves that draw it.
///
/// Worked out with square roots alone, but for the turn of the axes, so that it comes out the same on every machine.
struct Arc {
  let elements: [Path.Element]

  init(
    _ from: Path.Point, _ to: Path.Point, radii: Path.Point, _ degrees: Double, _ isLarge: Bool, _ isClockwise: Bool
  ) {
    guard from != to else {
      elements = []
      return
    }
    // So flat that it is a straight line.
    guard radii.x > 1e-9, radii.y > 1e-9 else {
      elements = [.line(to)]
      return
    }
    let radians = degrees.truncatingRemainder(dividingBy: 360) * .pi / 180
    var axes = Arc.turned(Elementary.cos(radians), Elementary.sin(radians), radii)
    guard let back = axes.inverse else {
      elements = [.line(to)]
      return
    }
    func unit(_ point: Path.Point) -> Path.Point { Path.Point(back(point.x, point.y)) }
    let chord = (unit(to) - unit(from)) * 0.5
    // Radii too small to reach grow until they do.
    let growth = max(1, chord.length)
    axes = Affine.scale(growth, growth).then(axes)
    let (half, middle) = (chord * (1 / growth), (unit(to) + unit(from)) * (0.5 / growth))
    let rest = (max(0, 1 - half.length * half.length)).squareRoot() / max(half.length, .leastNormalMagnitude)
    let side = isLarge == isClockwise ? -rest : rest
    let center = middle + Path.Point(-half.y, half.x) * side
    let (start, end) = (unit(from) * (1 / growth) - center, unit(to) * (1 / growth) - center)
    let circle = UnitArc(start, end, isLarge, isClockwise)
    elements = circle.curves.enumerated().map { index, curve in
      func placed(_ point: Path.Point) -> Path.Point { Path.Point(axes(point.x + center.x, point.y + center.y)) }
      let isLast = index == circle.curves.count - 1
      return .curve(placed(curve.0), placed(curve.1), isLast ? to : placed(curve.2))
    }
  }

  /// From a circle of radius 1 to the ellipse.
  private static func turned(_ cos: Double, _ sin: Double, _ radii: Path.Point) -> Affine {
    Affine(a: cos * radii.x, b: sin * radii.x, c: -sin * radii.y, d: cos * radii.y)
  }
}

/// A part of the circle of radius 1 around the origin, as cubic curves.
private struct UnitArc {
  private(set) var curves: [(Path.Point, Path.Point, Path.Point)] = []

  /// - Parameter isClockwise: On a screen, where `y` grows downwards.
  init(_ from: Path.Point, _ to: Path.Point, _ isLarge: Bool, _ isClockwise: Bool) {
    let sense = isClockwise ? 1.0 : -1.0
    var point = from
    // Quarters, until the end is within the next one; a large arc has two of them at least.
    for quarter in 0..<4 {
      let ahead = Path.Point(-point.y * sense, point.x * sense)
      let (along, beyond) = (point.x * to.x + point.y * to.y, ahead.x * to.x + ahead.y * to.y)
      let isNear = along > -1e-12 && beyond > -1e-12
      guard !isNear || isLarge && quarter < 2 else {
        add(point, to, cosine: min(1, max(0, along)), sense)
        return
      }
      add(point, ahead, cosine: 0, sense)
      point = ahead
    }
  }

  /// One curve of at most a quarter. It bends by 4/3 · tan(angle / 4), which half-angle formulas give from the cosine.
  private mutating func add(_ from: Path.Point, _ to: Path.Point, cosine: Double, _ sense: Double) {
    let half = ((1 - cosine) / (1 + cosine)).squareRoot()
    let bend = 4.0 / 3 * half / (1 + (1 + half * half).squareRoot()) * sense
    curves.append((from + Path.Point(-from.y, from.x) * bend, to - Path.Point(-to.y, to.x) * bend, to))
  }
}

extension Path.Point {
  fileprivate init(_ point: (x: Double, y: Double)) { self.init(point.x, point.y) }
}
