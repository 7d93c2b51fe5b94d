/// Rows of samples, read one at a time.
protocol SampleRows: AnyObject {
  /// Fills the channels of `samples` with a row.
  func read(row: Int, columns: Range<Int>, into samples: PixelRow)
}
