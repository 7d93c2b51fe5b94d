/// Rows of pixels that count light, of such as count codes.
final class LitRows: SampleRows {
  private let rows: any SampleRows

  init(_ rows: any SampleRows) { self.rows = rows }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) {
    rows.read(row: row, columns: columns, into: pixels)
    pixels.countLight(columns.count)
  }
}
