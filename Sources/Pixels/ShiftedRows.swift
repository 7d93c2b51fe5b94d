import Media

/// A picture moved by whole pixels.
final class ShiftedRows: MadeRows {
  let bounds: Area
  let solid = Area.nothing
  let isOpaque = false
  private let cel: Cel
  private let x, y: Int

  /// Nil if nothing shows.
  init?(_ cel: Cel, x: Int, y: Int, in canvas: Area) {
    let (columns, rows) = (cel.bounds.columns, cel.bounds.rows)
    bounds = Area(
      columns: columns.lowerBound + x..<columns.upperBound + x, rows: rows.lowerBound + y..<rows.upperBound + y
    ).intersection(canvas)
    guard !bounds.isEmpty else { return nil }
    (self.cel, self.x, self.y) = (cel, x, y)
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    cel.read(row: row - y, columns: columns.lowerBound - x..<columns.upperBound - x, into: pixels)
    return columns
  }
}
