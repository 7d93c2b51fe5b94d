/// Where the four corners of a picture go, clockwise from the left top one.
package struct Corners: Hashable, Sendable {
  package struct Point: Hashable, Sendable {
    package var x, y: Double

    package init(x: Double, y: Double) { (self.x, self.y) = (x, y) }
  }

  package let points: [Point]

  /// - Precondition: four points.
  package init(_ points: [Point]) {
    precondition(points.count == 4, "a picture has four corners")
    self.points = points
  }

  /// Takes a box there as far as three corners say: exact for a parallelogram.
  package func affine(from box: Size) -> Affine {
    let (o, right, down) = (points[0], points[1], points[3])
    let (width, height) = (Double(max(box.width, 1)), Double(max(box.height, 1)))
    return Affine(
      a: (right.x - o.x) / width, b: (right.y - o.y) / width, c: (down.x - o.x) / height, d: (down.y - o.y) / height,
      tx: o.x, ty: o.y)
  }
}
