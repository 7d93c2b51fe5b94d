/// An edge that goes over a picture, and what is on one side of it when.
package enum Sweep {
  /// Values from 0 to 1, which say in which order the edge comes by. An affine transform takes a point of the output to
  /// where its value is read.
  package enum Field: Hashable, Sendable {
    /// The value is x.
    case line(Affine)
    /// The distance from (0, 0).
    case ring(Affine)
    /// The part of a turn about (0, 0), clockwise from straight up.
    case turn(Affine)
  }

  /// Where the edge is: behind it are the values up to `start`, before it those from `start + width` on, and it is smooth
  /// between.
  package struct Edge: Hashable, Sendable {
    package let start, width: Double
    /// Whether what is behind it counts as before it.
    package let isInverted: Bool

    /// - Parameter width: Above 0.
    package init(start: Double, width: Double, isInverted: Bool = false) {
      (self.start, self.width, self.isInverted) = (start, width, isInverted)
    }
  }
}
