/// A plane seen from anywhere: where points of a source land, as in a homography of 3 × 3 numbers.
package struct Projection: Hashable, Sendable {
  /// Rows of the matrix; the result is divided by the third.
  private var x, y, z: SIMD3<Double>

  private init(x: SIMD3<Double>, y: SIMD3<Double>, z: SIMD3<Double>) { (self.x, self.y, self.z) = (x, y, z) }

  package init(_ affine: Affine) {
    x = [affine.a, affine.c, affine.tx]
    y = [affine.b, affine.d, affine.ty]
    z = [0, 0, 1]
  }

  /// Takes the unit square to four corners (P. Heckbert, "Fundamentals of Texture Mapping and Image Warping", 2.2.3).
  ///
  /// Nil if they are not the corners of a convex figure, which no plane looks like.
  package init?(unitSquareTo corners: Corners) {
    let p = corners.points
    guard p.allSatisfy({ abs($0.x) < 1e7 && abs($0.y) < 1e7 }), Projection.isConvex(p) else { return nil }
    let (dx1, dx2, dx3) = (p[1].x - p[2].x, p[3].x - p[2].x, p[0].x - p[1].x + p[2].x - p[3].x)
    let (dy1, dy2, dy3) = (p[1].y - p[2].y, p[3].y - p[2].y, p[0].y - p[1].y + p[2].y - p[3].y)
    let whole = dx1 * dy2 - dx2 * dy1
    let (g, h) = ((dx3 * dy2 - dx2 * dy3) / whole, (dx1 * dy3 - dx3 * dy1) / whole)
    x = [p[1].x - p[0].x + g * p[1].x, p[3].x - p[0].x + h * p[3].x, p[0].x]
    y = [p[1].y - p[0].y + g * p[1].y, p[3].y - p[0].y + h * p[3].y, p[0].y]
    z = [g, h, 1]
  }

  private static func isConvex(_ p: [Corners.Point]) -> Bool {
    let turns = (0..<4).map { i in
      let (a, b, c) = (p[i], p[(i + 1) % 4], p[(i + 2) % 4])
      return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
    }
    return turns.allSatisfy { $0 > 1e-9 } || turns.allSatisfy { $0 < -1e-9 }
  }

  /// First the receiver, then `next`.
  package func then(_ next: Projection) -> Projection {
    func row(_ r: SIMD3<Double>) -> SIMD3<Double> { r.x * x + r.y * y + r.z * z }
    return Projection(x: row(next.x), y: row(next.y), z: row(next.z))
  }

  /// The way back; nil where everything falls on a line.
  package var inverse: Projection? {
    let (a, b, c) = (cross(y, z), cross(z, x), cross(x, y))
    let determinant = x.x * a.x + x.y * a.y + x.z * a.z
    guard abs(determinant) > 1e-12 else { return nil }
    let k = 1 / determinant
    return Projection(x: SIMD3(a.x, b.x, c.x) * k, y: SIMD3(a.y, b.y, c.y) * k, z: SIMD3(a.z, b.z, c.z) * k)
  }

  private func cross(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> SIMD3<Double> {
    SIMD3(a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x)
  }

  /// Where a point goes; nil if it lies on the horizon or behind the eye.
  package func callAsFunction(_ px: Double, _ py: Double) -> (x: Double, y: Double)? {
    let depth = z.x * px + z.y * py + z.z
    guard depth > 1e-9 else { return nil }
    return ((x.x * px + x.y * py + x.z) / depth, (y.x * px + y.y * py + y.z) / depth)
  }
}
