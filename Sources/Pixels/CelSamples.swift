import Media

/// A part of the canvas as a cel covers it, counted from the part's corner.
final class CelSamples: SampleRows {
  private let cel: Cel
  private let area: Area

  init(_ cel: Cel, _ area: Area) { (self.cel, self.area) = (cel, area) }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) {
    let (x, y) = (area.columns.lowerBound, area.rows.lowerBound)
    cel.read(row: y + row, columns: x + columns.lowerBound..<x + columns.upperBound, into: pixels)
  }
}
