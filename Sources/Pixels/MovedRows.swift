import Media

/// A picture moved by whole pixels: nothing is resampled.
final class MovedRows: PictureRows {
  let bounds: Area
  var solid: Area { bounds }
  var isOpaque: Bool { raster.isOpaque }
  private let raster: Raster
  private let rows: any SampleRows
  private let x, y: Int

  init(_ raster: Raster, x: Int, y: Int, bounds: Area) {
    self.raster = raster
    rows = raster.rows
    (self.x, self.y, self.bounds) = (x, y, bounds)
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    rows.read(row: row - y, columns: columns.lowerBound - x..<columns.upperBound - x, into: pixels)
    return columns
  }

  var hasOutputCodes: Bool { raster.format == .yuv420p8 && raster.color.hasCanvasCodes }

  func write(_ area: Area, into picture: OutputPicture) {
    picture.forEachRow(of: area) { plane, row, column, byteCount in
      let (left, up) = plane == 0 ? (x, y) : (x / 2, y / 2)
      picture.bytes(plane, row: row, column: column).update(
        from: raster.bytes(plane, row: row - up, column: column - left), count: byteCount)
    }
  }
}
