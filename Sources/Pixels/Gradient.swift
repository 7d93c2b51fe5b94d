package import Media

/// Colours that change along a line, or away from a point, in coordinates of the rectangle that they fill.
package struct Gradient: Hashable, Sendable {
  /// A colour and where it is reached: 0 at the start, 1 at the end.
  package struct Stop: Hashable, Sendable {
    package let offset: Double
    package let color: Color

    package init(_ offset: Double, _ color: Color) {
      self.offset = offset
      self.color = color
    }
  }

  package enum Shape: Hashable, Sendable {
    /// From the point (x0, y0) to (x1, y1).
    case linear(x0: Double, y0: Double, x1: Double, y1: Double)
    /// From the centre to an ellipse around it.
    case radial(x: Double, y: Double, radiusX: Double, radiusY: Double)
  }

  package let shape: Shape
  /// In order; each begins no earlier than the one before. Between two the premultiplied colours are mixed; before
  /// the first and after the last nothing changes. Two at one place make an edge, one canvas pixel wide.
  package let stops: [Stop]

  /// Offsets that run backwards are held to the one before, as CSS does; one that is not a number counts as 0. No
  /// stops at all are transparent.
  package init(_ shape: Shape, stops: [Stop]) {
    self.shape = shape
    var last = -Double.infinity
    self.stops = stops.map { stop in
      let offset = stop.offset.isNaN ? 0 : min(max(stop.offset, -1e6), 1e6)
      last = max(last, offset)
      return Stop(last, stop.color)
    }
  }

  /// A line through the middle of a rectangle, as long as CSS makes it: the corners on its ends get the outer colours.
  ///
  /// - Parameters:
  ///   - x, y: The direction, of length 1: CSS's angle φ is (sin φ, −cos φ), so (0, −1) is 0° and (1, 0) is 90°.
  package static func line(directionX x: Double, y: Double, width: Double, height: Double) -> Shape {
    let half = (abs(width * x) + abs(height * y)) / 2
    return .linear(
      x0: width / 2 - x * half, y0: height / 2 - y * half, x1: width / 2 + x * half, y1: height / 2 + y * half)
  }
}
