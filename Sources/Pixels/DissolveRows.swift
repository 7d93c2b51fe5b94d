import Media

/// One picture becoming another.
final class DissolveRows: MadeRows {
  let bounds: Area
  let solid: Area
  let isOpaque: Bool
  private let first, second: Cel
  private let weight: Opacity
  private let other: RowMemory

  /// Nil if nothing shows.
  init?(_ first: Cel, _ second: Cel, _ weight: Opacity) {
    bounds = first.bounds.union(second.bounds)
    guard !bounds.isEmpty else { return nil }
    (self.first, self.second, self.weight) = (first, second, weight)
    isOpaque = first.isOpaque(over: bounds) && second.isOpaque(over: bounds)
    solid = isOpaque ? bounds : .nothing
    other = RowMemory(width: bounds.width, rowCount: 4)
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    first.read(row: row, columns: columns, into: pixels)
    second.read(row: row, columns: columns, into: other.pixels(0))
    pixels.mix(other.pixels(0), weight: weight, columns.count)
    return columns
  }
}
