import CPixels
import Media

/// A picture of half the width, the height, or both: means of neighbours. Of an odd last one, itself.
final class HalvedRows: SampleRows {
  let size: Size
  private let source: any SampleRows
  private let sourceSize: Size
  private let halvesColumns, halvesRows: Bool
  private let pair: RowMemory

  init(_ source: any SampleRows, _ size: Size, columns: Bool, rows: Bool) {
    (self.source, sourceSize, halvesColumns, halvesRows) = (source, size, columns, rows)
    self.size = Size(
      width: columns ? (size.width + 1) / 2 : size.width, height: rows ? (size.height + 1) / 2 : size.height)
    pair = RowMemory(width: size.width, rowCount: 8)
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) {
    let wide = halvesColumns ? 2 * columns.lowerBound..<min(2 * columns.upperBound, sourceSize.width) : columns
    let (upper, lower) = (pair.pixels(0), pair.pixels(4))
    let first = halvesRows ? 2 * row : row
    source.read(row: first, columns: wide, into: upper)
    let hasTwo = halvesRows && first + 1 < sourceSize.height
    if hasTwo { source.read(row: first + 1, columns: wide, into: lower) }
    for channel in 0..<4 {
      let below = hasTwo ? lower[channel] : upper[channel]
      if halvesColumns {
        pixels_mean(pixels[channel], upper[channel], below, wide.count)
      } else {
        pixels[channel].update(from: upper[channel], count: wide.count)
        if hasTwo { pixels_mix(pixels[channel], below, wide.count, Int16(Opacity.one / 2)) }
      }
    }
  }
}
