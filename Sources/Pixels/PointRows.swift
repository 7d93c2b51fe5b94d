import Media

/// A picture whose pixels are changed one by one.
final class PointRows: MadeRows {
  let bounds: Area
  let solid: Area
  let isOpaque: Bool
  private let cel: Cel
  private let change: (_ pixels: PixelRow, _ row: Int, _ columns: Range<Int>) -> Void

  /// Nil if nothing shows.
  ///
  /// - Parameters:
  ///   - keepsAlpha: Whether pixels cover as much as before.
  ///   - change: Told where the pixels lie on the canvas, a row at a time.
  init?(
    _ cel: Cel, keepsAlpha: Bool = true,
    change: @escaping (_ pixels: PixelRow, _ row: Int, _ columns: Range<Int>) -> Void
  ) {
    guard let rows = cel.rows else { return nil }
    (self.cel, self.change) = (cel, change)
    bounds = rows.bounds
    isOpaque = keepsAlpha && rows.isOpaque
    solid = isOpaque ? rows.solid : .nothing
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    guard let drawn = cel.rows?.read(row: row, columns: columns, into: pixels), !drawn.isEmpty else {
      return columns.lowerBound..<columns.lowerBound
    }
    change(pixels.dropping(drawn.lowerBound - columns.lowerBound), row, drawn)
    return drawn
  }
}
