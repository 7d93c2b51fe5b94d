package import Media

extension Band {
  /// Sets every pixel to the frame's at the same place of the canvas; outside the frame all is transparent.
  ///
  /// YUV of every matrix and range becomes RGB by the book; primaries and transfer stay as they are. Pixels that
  /// share a chroma sample all take it, so that storing an untouched block gives its codes back.
  package func load(_ frame: Frame) {
    let shared = area.intersection(Area(frame.size))
    if shared != area { clear() }
    guard !shared.isEmpty else { return }
    let reader = RasterReader(Raster(frame))
    for y in shared.rows {
      reader.read(row: y, columns: shared.columns, into: row(y, from: shared.columns.lowerBound))
    }
  }
}
