package import Media

/// Rows of working pixels: a window on the canvas that walks over a frame and is used again for the next one.
///
/// A working pixel is premultiplied red, green, blue and alpha of 16 bits, 16384 being one. The colours are
/// non-linear, coded as BT.709 and sRGB are, or they are the light of such codes, as the canvas says; and counted from
/// half of alpha: a stored red is `red − alpha / 2`, so that 16 bits hold −1.5…2.5 times alpha, which is every colour
/// that a YUV code can name, inside RGB or out of it. Sums of pixels with weights do not notice; only conversions do.
/// Colours stay within that range of their alpha everywhere, so no kernel overflows.
///
/// A band belongs to one thread at a time.
package final class Band {
  /// Where the band lies on the canvas.
  package private(set) var area: Area
  private var memory: RowMemory
  /// Means of two rows, while a picture with shared chroma is written.
  private(set) lazy var means = RowMemory(width: memory.stride / 2, rowCount: 4)
  /// A row without its transparency, while a picture is written that keeps it apart.
  private(set) lazy var straights = RowMemory(width: memory.stride, rowCount: 4)

  /// A transparent band.
  package init(area: Area) {
    self.area = area
    self.memory = RowMemory(width: area.width, rowCount: 4 * area.height)
  }

  /// Moves the window; what is in it is then undefined. Memory is only taken if no earlier area was as large.
  package func move(to area: Area) {
    self.area = area
    guard area.width > memory.stride || 4 * area.height > memory.rowCount else { return }
    memory = RowMemory(width: area.width, rowCount: 4 * area.height)
    means = RowMemory(width: memory.stride / 2, rowCount: 4)
    straights = RowMemory(width: memory.stride, rowCount: 4)
  }

  /// The pixels of a row of the canvas from a column on; valid while the band lives and does not move.
  func row(_ y: Int, from x: Int) -> PixelRow {
    memory.pixels(4 * (y - area.rows.lowerBound)).dropping(x - area.columns.lowerBound)
  }

  private func forEachRow(of part: Area, _ body: (_ row: PixelRow, _ y: Int, _ count: Int) -> Void) {
    let shared = area.intersection(part)
    guard !shared.isEmpty else { return }
    for y in shared.rows { body(row(y, from: shared.columns.lowerBound), y, shared.width) }
  }

  /// Makes all of it transparent.
  package func clear() {
    forEachRow(of: area) { row, _, count in row.clear(count) }
  }

  /// Sets every pixel to a colour.
  package func fill(_ color: Color) {
    let pixel = WorkingPixel(color)
    forEachRow(of: area) { row, _, count in row.fill(pixel, count) }
  }

  /// Lays another band on top, where both lie on the canvas.
  package func over(_ other: Band, opacity: Opacity = .full) {
    guard !opacity.isClear else { return }
    forEachRow(of: other.area) { row, y, count in
      row.over(other.row(y, from: max(area.columns.lowerBound, other.area.columns.lowerBound)), opacity: opacity, count)
    }
  }

  /// Moves every pixel towards the other band's: `self × (1 − weight) + other × weight`, alpha too. Outside the other
  /// band nothing changes.
  package func mix(_ other: Band, weight: Opacity) {
    forEachRow(of: other.area) { row, y, count in
      row.mix(other.row(y, from: max(area.columns.lowerBound, other.area.columns.lowerBound)), weight: weight, count)
    }
  }

  /// Counts codes where light was counted, before it is stored.
  package func countCodes(from light: Light) {
    guard light == .linear else { return }
    forEachRow(of: area) { row, _, count in row.countCodes(count) }
  }

  /// Makes everything more transparent.
  package func multiply(_ opacity: Opacity) {
    forEachRow(of: area) { row, _, count in row.scale(by: opacity, count) }
  }
}
