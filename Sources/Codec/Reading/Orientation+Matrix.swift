import CFFmpeg
import Media

extension Orientation {
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
