package import Media

extension Cel {
  /// Fills every one of the columns, with nothing where the cel does not reach.
  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) {
    guard let rows, rows.bounds.rows.contains(row) else { return pixels.clear(columns.count) }
    let inside = columns.clamped(to: rows.bounds.columns)
    guard !inside.isEmpty else { return pixels.clear(columns.count) }
    let drawn = rows.read(row: row, columns: inside, into: pixels.dropping(inside.lowerBound - columns.lowerBound))
    guard !drawn.isEmpty else { return pixels.clear(columns.count) }
    pixels.clear(drawn.lowerBound - columns.lowerBound)
    pixels.dropping(drawn.upperBound - columns.lowerBound).clear(columns.upperBound - drawn.upperBound)
  }

  /// The cel as a picture of its own, with straight alpha in eight bits.
  ///
  /// - Parameter light: What its pixels count.
  package func picture(of area: Area, in light: Light = .coded) -> Frame {
    let picture = OutputPicture(
      from: FramePool(size: Size(width: area.width, height: area.height), format: .rgba8), keepsAlpha: true)
    let band = Band(area: .nothing)
    for row in area.rows {
      band.move(to: Area(columns: area.columns, rows: row..<row + 1))
      read(row: row, columns: area.columns, into: band.row(row, from: area.columns.lowerBound))
      band.countCodes(from: light)
      band.store(into: picture)
    }
    return picture.finished()
  }

  /// Whether nothing shows through it anywhere in an area.
  func isOpaque(over area: Area) -> Bool {
    guard let rows else { return false }
    return rows.isOpaque && rows.solid.contains(area)
  }
}
