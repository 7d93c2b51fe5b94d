import CPixels
import Media

/// One picture becoming another, sooner in one place than in another.
final class RevealRows: MadeRows {
  let bounds: Area
  let solid: Area
  let isOpaque: Bool
  private let first, second: Cel
  private let weights: CoverageRows
  private let other: RowMemory
  private let full = Int16(Opacity.one)

  /// Nil if nothing shows.
  init?(_ first: Cel, _ second: Cel, _ coverage: Coverage) {
    bounds = first.bounds.union(second.bounds)
    guard !bounds.isEmpty else { return nil }
    (self.first, self.second) = (first, second)
    weights = CoverageRows(coverage, width: bounds.width)
    isOpaque = first.isOpaque(over: bounds) && second.isOpaque(over: bounds)
    solid = isOpaque ? bounds : .nothing
    other = RowMemory(width: bounds.width, rowCount: 4)
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    let weights = weights.read(row: row, columns: columns)
    let shown = weights.shown(of: columns.count)
    guard shown.count < columns.count || shown.contains(where: { weights[$0] < full }) else {
      second.read(row: row, columns: columns, into: pixels)
      return columns
    }
    first.read(row: row, columns: columns, into: pixels)
    guard !shown.isEmpty else { return columns }
    let part = columns.lowerBound + shown.lowerBound..<columns.lowerBound + shown.upperBound
    second.read(row: row, columns: part, into: other.pixels(0))
    pixels.dropping(shown.lowerBound).mix(other.pixels(0), weights: weights + shown.lowerBound, shown.count)
    return columns
  }
}

extension UnsafePointer<Int16> {
  /// From the first to the last of so many weights that is not 0.
  fileprivate func shown(of count: Int) -> Range<Int> {
    guard let first = (0..<count).first(where: { self[$0] > 0 }), let last = (0..<count).last(where: { self[$0] > 0 })
    else { return 0..<0 }
    return first..<last + 1
  }
}
