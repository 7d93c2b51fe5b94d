/// Lines and curves in a plane, `y` downwards: what a shape is filled and stroked along.
package struct Path: Hashable, Sendable {
  package struct Point: Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(_ x: Double, _ y: Double) { (self.x, self.y) = (x, y) }
  }

  /// Each goes on from where the one before ends.
  package enum Element: Hashable, Sendable {
    /// Begins a new figure.
    case move(Point)
    case line(Point)
    /// A cubic Bézier curve: two points that it bends towards, and its end.
    case curve(Point, Point, Point)
    /// Back to where the figure began.
    case close
  }

  package var elements: [Element]

  package init(_ elements: [Element] = []) { self.elements = elements }
}

extension Path.Point {
  package static func + (a: Path.Point, b: Path.Point) -> Path.Point { Path.Point(a.x + b.x, a.y + b.y) }
  package static func - (a: Path.Point, b: Path.Point) -> Path.Point { Path.Point(a.x - b.x, a.y - b.y) }
  package static func * (a: Path.Point, factor: Double) -> Path.Point { Path.Point(a.x * factor, a.y * factor) }

  /// How far it is from the origin.
  package var length: Double { (x * x + y * y).squareRoot() }
}
