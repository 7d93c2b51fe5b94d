import Media

/// Keeps the rows of a picture that were read last, for those who read it in several places.
final class KeptRows: MadeRows {
  var bounds: Area { rows.bounds }
  var solid: Area { rows.solid }
  var isOpaque: Bool { rows.isOpaque }
  private let rows: any PictureRows
  private let memory: RowMemory
  private var held: [Int?]

  /// - Parameter count: How many rows are kept.
  init(_ rows: any PictureRows, count: Int) {
    let count = min(max(count, 1), max(rows.bounds.height, 1))
    self.rows = rows
    memory = RowMemory(width: rows.bounds.width, rowCount: 4 * count)
    held = Array(repeating: nil, count: count)
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    let slot = (row - bounds.rows.lowerBound) % held.count
    let kept = memory.pixels(4 * slot)
    if held[slot] != row {
      held[slot] = row
      Cel(rows).read(row: row, columns: bounds.columns, into: kept)
    }
    pixels.copy(kept.dropping(columns.lowerBound - bounds.columns.lowerBound), columns.count)
    return columns
  }
}

extension Cel {
  /// The same, for readers of which one blurs it.
  ///
  /// - Parameter offset: How many rows farther apart they are.
  func kept(forBlur radius: Double, offset: Int = 0) -> Cel {
    kept(Int(radius.held(to: 0...500) * 8) + 16 + offset)
  }

  /// The same, for readers that are less than so many rows apart.
  func kept(_ count: Int) -> Cel { Cel(rows.map { KeptRows($0, count: count) }) }
}
