package import Media

/// What a shape is filled with: one colour, or several that run into one another.
package enum Paint: Hashable, Sendable {
  case color(Color)
  case gradient(Ramp)

  /// Colours along a line, or from the middle of an ellipse to its edge; before the first and after the last nothing
  /// changes. In unscaled pixels from the corner of the path's box.
  package struct Ramp: Hashable, Sendable {
    package enum Course: Hashable, Sendable {
      case linear(x0: Double, y0: Double, x1: Double, y1: Double)
      case radial(x: Double, y: Double, radiusX: Double, radiusY: Double)
    }

    package struct Stop: Hashable, Sendable {
      package var offset: Double
      package var color: Color

      package init(_ offset: Double, _ color: Color) { (self.offset, self.color) = (offset, color) }
    }

    package var course: Course
    /// In order, two at least.
    package var stops: [Stop]

    package init(_ course: Course, _ stops: [Stop]) { (self.course, self.stops) = (course, stops) }
  }
}
