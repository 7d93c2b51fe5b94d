/// A table of colours: what becomes of each corner of a lattice in the cube of red, green and blue; between them it is
/// interpolated.
package struct ColorCube: Hashable, Sendable {
  /// Corners along an edge, at least 2.
  package let size: Int
  /// Red, green, blue and 0 of every corner, red counting fastest.
  package let corners: [SIMD4<Float>]
  /// The colours of the first corner and of the last.
  package let low, high: SIMD3<Float>

  /// - Precondition: `size` cubed corners, and `low` below `high`.
  package init(size: Int, corners: [SIMD4<Float>], low: SIMD3<Float> = [0, 0, 0], high: SIMD3<Float> = [1, 1, 1]) {
    precondition(size >= 2 && corners.count == size * size * size, "a cube has as many corners as its size says")
    (self.size, self.corners, self.low, self.high) = (size, corners, low, high)
  }
}
