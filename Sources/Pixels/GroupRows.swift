import Media

/// Several painters' work over nothing, as one picture.
final class GroupRows: MadeRows {
  let bounds: Area
  let solid: Area
  let isOpaque: Bool
  private let painters: [Painter]

  /// Nil if nothing shows.
  init?(_ painters: [Painter]) {
    let bounds = painters.reduce(Area.nothing) { $0.union($1.bounds) }
    guard !bounds.isEmpty else { return nil }
    (self.painters, self.bounds) = (painters, bounds)
    // What reaches beyond itself may leave holes in what is opaque.
    isOpaque = painters.contains { $0.isOpaque(over: bounds) } && !painters.contains { $0.mayUncover }
    solid = isOpaque ? bounds : .nothing
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    pixels.clear(columns.count)
    var (low, high) = (columns.upperBound, columns.lowerBound)
    for painter in painters where painter.bounds.rows.contains(row) {
      let part = painter.bounds.columns.clamped(to: columns)
      guard !part.isEmpty else { continue }
      painter.paint(row: row, columns: part, over: pixels.dropping(part.lowerBound - columns.lowerBound))
      (low, high) = (min(low, part.lowerBound), max(high, part.upperBound))
    }
    return low < high ? low..<high : columns.lowerBound..<columns.lowerBound
  }
}
