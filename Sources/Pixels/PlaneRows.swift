import Media

/// Rows of one plane.
final class PlaneRows: SampleRows {
  private let plane: Raster.Plane

  init(_ plane: Raster.Plane) { self.plane = plane }

  func read(row: Int, columns: Range<Int>, into samples: PixelRow) {
    plane.read(row: row, columns: columns, into: samples.base)
  }
}
