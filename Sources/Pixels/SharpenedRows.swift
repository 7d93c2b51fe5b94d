import CPixels
import Media

/// A picture with its difference from a softer one added: an unsharp mask.
final class SharpenedRows: MadeRows {
  let bounds: Area
  let solid: Area
  let isOpaque: Bool
  private let cel, soft: Cel
  private let amount: Float
  private let scratch: RowMemory

  /// Nil if nothing shows.
  init?(_ cel: Cel, soft: Cel, amount: Double) {
    guard let rows = cel.rows else { return nil }
    (self.cel, self.soft, self.amount) = (cel, soft, Float(amount))
    (bounds, solid, isOpaque) = (rows.bounds, rows.solid, rows.isOpaque)
    scratch = RowMemory(width: bounds.width, rowCount: 4)
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    let other = scratch.pixels(0)
    cel.read(row: row, columns: columns, into: pixels)
    soft.read(row: row, columns: columns, into: other)
    for channel in 0..<3 {
      pixels_sharpen(pixels[channel], other[channel], amount, columns.count)
      pixels_hold(pixels[channel], pixels.alpha, columns.count)
    }
    return columns
  }
}
