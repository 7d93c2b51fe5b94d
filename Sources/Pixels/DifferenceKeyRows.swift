import CPixels
import Media

/// What of a picture is not on another, its clean plate.
final class DifferenceKeyRows: MadeRows {
  let bounds: Area
  let solid = Area.nothing
  let isOpaque = false
  private let cel, plate: Cel
  private let tolerance, pace: Float
  private let scratch: RowMemory

  /// Nil if nothing shows.
  init?(_ cel: Cel, plate: Cel, tolerance: Double, softness: Double) {
    bounds = cel.bounds
    guard !bounds.isEmpty else { return nil }
    (self.cel, self.plate) = (cel, plate)
    (self.tolerance, pace) = (Float(tolerance), Float(1 / max(softness, 1e-3)))
    scratch = RowMemory(width: bounds.width, rowCount: 5)
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    let (other, weights) = (scratch.pixels(0), scratch.row(4))
    cel.read(row: row, columns: columns, into: pixels)
    plate.read(row: row, columns: columns, into: other)
    pixels_key_difference(weights, pixels.kernelRow, other.kernelRow, tolerance, pace, columns.count)
    pixels.scale(by: weights, columns.count)
    return columns
  }
}
