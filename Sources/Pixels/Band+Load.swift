package import Media

extension Band {
  /// Sets every pixel to the frame's at the same place of the canvas; outside the frame all is transparent.
  ///
  /// Colours of every matrix, range, primaries and transfer become the canvas's by the book. Pixels that share a chroma
  /// sample all take it, so that storing an untouched block gives its codes back.
  package func load(_ frame: Frame, in light: Light = .coded) {
    let shared = area.intersection(Area(frame.size))
    if shared != area { clear() }
    guard !shared.isEmpty else { return }
    let rows = Raster(frame, Reading(light)).rows
    for y in shared.rows {
      rows.read(row: y, columns: shared.columns, into: row(y, from: shared.columns.lowerBound))
    }
  }
}
