import Media

/// The part of a picture that lies in a rectangle, which may be turned; its edges are soft.
final class CutRows: MadeRows {
  let bounds: Area
  let solid: Area
  let isOpaque: Bool
  private let cel: Cel
  private let walk: Walk
  private let weights: RowMemory

  /// Nil if nothing is left.
  init?(_ cel: Cel, _ rectangle: Rectangle, _ transform: Affine, _ clip: Area) {
    let box = rectangle.transformed(by: transform).snapped.intersection(Rectangle(around: clip))
    let isUpright = transform.b == 0 && transform.c == 0
    let bounds = box.touched(in: clip).intersection(cel.bounds)
    guard rectangle.isProper, !bounds.isEmpty, let walk = isUpright ? Walk(box, .identity) : Walk(rectangle, transform)
    else { return nil }
    (self.cel, self.walk, self.bounds) = (cel, walk, bounds)
    solid = isUpright ? box.covered(in: clip).intersection(bounds) : .nothing
    isOpaque = cel.isOpaque(over: solid)
    weights = RowMemory(width: bounds.width, rowCount: 1)
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    let span = walk.span(row: row, columns: columns)
    guard !span.isEmpty else { return span }
    let part = pixels.dropping(span.lowerBound - columns.lowerBound)
    cel.read(row: row, columns: span, into: part)
    walk.cover(row: row, columns: span, part, weights: weights.row(0))
    return span
  }
}
