/// Where points of a source land: x′ = a·x + c·y + tx, y′ = b·x + d·y + ty, as in CSS `matrix(a, b, c, d, tx, ty)`.
///
/// Points, not pixels: pixel (0, 0) covers [0, 1) × [0, 1) on both sides.
public struct Affine: Hashable, Sendable {
  public var a, b, c, d, tx, ty: Double

  public init(a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, tx: Double = 0, ty: Double = 0) {
    (self.a, self.b, self.c, self.d, self.tx, self.ty) = (a, b, c, d, tx, ty)
  }

  public static let identity = Affine()

  public static func translation(_ x: Double, _ y: Double) -> Affine { Affine(tx: x, ty: y) }
  public static func scale(_ x: Double, _ y: Double) -> Affine { Affine(a: x, d: y) }

  /// First the receiver, then `next`.
  public func then(_ next: Affine) -> Affine {
    Affine(
      a: next.a * a + next.c * b, b: next.b * a + next.d * b,
      c: next.a * c + next.c * d, d: next.b * c + next.d * d,
      tx: next.a * tx + next.c * ty + next.tx, ty: next.b * tx + next.d * ty + next.ty)
  }

  /// By how much areas grow; below zero where the picture is mirrored.
  public var determinant: Double { a * d - b * c }

  /// The way back; nil where everything falls on a line, or the numbers are out of all proportion.
  public var inverse: Affine? {
    let isUsable = [a, b, c, d, tx, ty].allSatisfy { abs($0) < 1e9 } && abs(determinant) > 1e-12
    guard isUsable else { return nil }
    return Affine(
      a: d / determinant, b: -b / determinant, c: -c / determinant, d: a / determinant,
      tx: (c * ty - d * tx) / determinant, ty: (b * tx - a * ty) / determinant)
  }

  /// Where a point goes.
  public func callAsFunction(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (a * x + c * y + tx, b * x + d * y + ty)
  }
}
