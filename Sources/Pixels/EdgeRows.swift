import CPixels
import Media

/// Where light changes: white on black, as much as there is of the picture.
final class EdgeRows: MadeRows {
  let bounds: Area
  let solid: Area
  let isOpaque: Bool
  private let cel: Cel
  private let amount: Float
  private let scratch, light: RowMemory

  /// Nil if nothing shows.
  init?(_ cel: Cel, amount: Double) {
    guard let rows = cel.rows else { return nil }
    (self.cel, self.amount) = (cel.kept(3), Float(amount / 4))
    (bounds, solid, isOpaque) = (rows.bounds, rows.solid, rows.isOpaque)
    scratch = RowMemory(width: bounds.width, rowCount: 4)
    light = RowMemory(width: bounds.width + 2, rowCount: 4)
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    // Beyond its own bounds the picture goes on, so that these are no edges.
    let rows = (row - 1...row + 1).map { min(max($0, bounds.rows.lowerBound), bounds.rows.upperBound - 1) }
    for (slot, row) in rows.enumerated() { readLight(row, columns, into: light.row(slot)) }
    let slope = light.row(3)
    pixels_slope_of(slope, light.row(0), light.row(1), light.row(2), amount, columns.count)
    cel.read(row: row, columns: columns, into: pixels)
    for channel in 0..<3 {
      pixels[channel].update(from: slope, count: columns.count)
      pixels_center(pixels[channel], pixels.alpha, columns.count)
    }
    return columns
  }

  private func readLight(_ row: Int, _ columns: Range<Int>, into light: UnsafeMutablePointer<Int16>) {
    let pixels = scratch.pixels(0)
    let wide =
      max(columns.lowerBound - 1, bounds.columns.lowerBound)..<min(columns.upperBound + 1, bounds.columns.upperBound)
    cel.read(row: row, columns: wide, into: pixels)
    let skipped = wide.lowerBound - (columns.lowerBound - 1)
    pixels_luma(light + skipped, pixels.kernelRow, wide.count)
    if skipped == 1 { light[0] = light[1] }
    if wide.upperBound == columns.upperBound { light[columns.count + 1] = light[columns.count] }
  }
}
