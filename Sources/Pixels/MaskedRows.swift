import CPixels
import Media

/// A picture of which another lets through as much as it has of alpha, or of light.
final class MaskedRows: MadeRows {
  let bounds: Area
  var solid: Area { .nothing }
  let isOpaque = false
  private let cel, matte: Cel
  private let kind: Cel.Matte
  private let isInverted: Bool
  private let scratch: RowMemory

  /// Nil if nothing shows.
  init?(_ cel: Cel, _ matte: Cel, _ kind: Cel.Matte, isInverted: Bool) {
    bounds = isInverted ? cel.bounds : cel.bounds.intersection(matte.bounds)
    guard !bounds.isEmpty else { return nil }
    (self.cel, self.matte, self.kind, self.isInverted) = (cel, matte, kind, isInverted)
    scratch = RowMemory(width: bounds.width, rowCount: 5)
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    cel.read(row: row, columns: columns, into: pixels)
    let other = scratch.pixels(0)
    matte.read(row: row, columns: columns, into: other)
    var weights = other.alpha
    if kind == .luma {
      weights = scratch.row(4)
      pixels_luma(weights, other.kernelRow, columns.count)
    }
    if isInverted { pixels_invert(weights, columns.count) }
    pixels.scale(by: weights, columns.count)
    return columns
  }
}
