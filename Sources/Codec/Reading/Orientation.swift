import CFFmpeg
package import Media

/// How the stored picture must be turned to stand upright: the eight cases, with the numbers, of EXIF's orientation.
package enum Orientation: Int, Hashable, Sendable {
  case up = 1
  /// Mirrored left to right.
  case upMirrored = 2
  /// Turned by half a turn.
  case down = 3
  /// Mirrored top to bottom.
  case downMirrored = 4
  /// Mirrored about the diagonal from the top left: rows become columns.
  case leftMirrored = 5
  /// To be turned clockwise by a quarter: what a phone held upright writes.
  case right = 6
  /// Mirrored about the diagonal from the top right.
  case rightMirrored = 7
  /// To be turned anticlockwise by a quarter.
  case left = 8

  /// Whether width and height change places.
  package var swapsSides: Bool { rawValue >= 5 }

  package func upright(_ size: Size) -> Size {
    swapsSides ? Size(width: size.height, height: size.width) : size
  }

  /// The nearest of the eight to a display matrix `a b u c d v x y w` (ISO/IEC 14496-12, 6.2.2), which sends (p, q) to
  /// (ap + cq, bp + dq), q growing downward.
  init(matrix: UnsafePointer<Int32>) {
    let (a, b, c, d) = (matrix[0], matrix[1], matrix[3], matrix[4])
    if max(a.magnitude, d.magnitude) >= max(b.magnitude, c.magnitude) {
      self = a >= 0 ? (d >= 0 ? .up : .downMirrored) : (d >= 0 ? .upMirrored : .down)
    } else {
      self = b >= 0 ? (c >= 0 ? .leftMirrored : .right) : (c >= 0 ? .left : .rightMirrored)
    }
  }
}
