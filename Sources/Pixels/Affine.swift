/// Where points of a source land on the canvas: `x' = a x + c y + tx`, `y' = b x + d y + ty`, as in CSS `matrix(a, b,
/// c, d, tx, ty)`.
///
/// Points, not pixels: pixel (0, 0) covers [0, 1) × [0, 1) on both sides.
package struct Affine: Hashable, Sendable {
  package var a, b, c, d, tx, ty: Double

  package init(a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, tx: Double = 0, ty: Double = 0) {
    (self.a, self.b, self.c, self.d, self.tx, self.ty) = (a, b, c, d, tx, ty)
  }

  package static let identity = Affine()

  package static func translation(_ x: Double, _ y: Double) -> Affine { Affine(tx: x, ty: y) }
  package static func scale(_ x: Double, _ y: Double) -> Affine { Affine(a: x, d: y) }

  /// First the receiver, then `next`.
  package func then(_ next: Affine) -> Affine {
    Affine(
      a: next.a * a + next.c * b, b: next.b * a + next.d * b,
      c: next.a * c + next.c * d, d: next.b * c + next.d * d,
      tx: next.a * tx + next.c * ty + next.tx, ty: next.b * tx + next.d * ty + next.ty)
  }

  /// The way back; nil where everything falls on a line, or the numbers are out of all proportion.
  package var inverse: Affine? {
    let determinant = a * d - b * c
    let isUsable = [a, b, c, d, tx, ty].allSatisfy { abs($0) < 1e9 } && abs(determinant) > 1e-12
    guard isUsable else { return nil }
    return Affine(
      a: d / determinant, b: -b / determinant, c: -c / determinant, d: a / determinant,
      tx: (c * ty - d * tx) / determinant, ty: (b * tx - a * ty) / determinant)
  }

  func callAsFunction(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (a * x + c * y + tx, b * x + d * y + ty)
  }
}
