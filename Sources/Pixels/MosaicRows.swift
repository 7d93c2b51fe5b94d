import CPixels
import Media

/// A picture of square cells, each the mean of what it covers.
final class MosaicRows: MadeRows {
  let bounds: Area
  let solid: Area
  let isOpaque: Bool
  private let cel: Cel
  private let cell, left, top: Double
  private let scratch, made: RowMemory
  private let sums: UnsafeMutablePointer<Int32>
  /// Which row of cells is made.
  private var current: Int?

  /// Nil if nothing shows.
  ///
  /// - Parameters:
  ///   - cell: How large a cell is, in pixels; at least 1.
  ///   - left, top: A point of the canvas at which cells meet.
  init?(_ cel: Cel, cell: Double, left: Double, top: Double) {
    guard let rows = cel.rows, cell >= 1, cell < 1e5, abs(left) < 1e6, abs(top) < 1e6 else { return nil }
    (self.cel, self.cell, self.left, self.top) = (cel, cell, left, top)
    (bounds, solid, isOpaque) = (rows.bounds, rows.solid, rows.isOpaque)
    scratch = RowMemory(width: bounds.width, rowCount: 4)
    made = RowMemory(width: bounds.width, rowCount: 4)
    sums = .allocate(capacity: 4 * bounds.width)
  }

  deinit { sums.deallocate() }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    let index = Int(((Double(row) + 0.5 - top) / cell).rounded(.down))
    if index != current { make(index) }
    pixels.copy(made.pixels(0).dropping(columns.lowerBound - bounds.columns.lowerBound), columns.count)
    return columns
  }

  /// The pixels whose middles lie in a cell.
  private func extent(_ index: Int, from origin: Double, within range: Range<Int>) -> Range<Int> {
    func edge(_ index: Int) -> Int { Int((origin + Double(index) * cell - 0.5).rounded(.up)) }
    return (edge(index)..<max(edge(index), edge(index + 1))).clamped(to: range)
  }

  private func make(_ index: Int) {
    current = index
    let width = bounds.width
    let rows = extent(index, from: top, within: bounds.rows)
    sums.initialize(repeating: 0, count: 4 * width)
    for row in rows {
      let pixels = scratch.pixels(0)
      cel.read(row: row, columns: bounds.columns, into: pixels)
      for channel in 0..<4 { pixels_add(sums + channel * width, pixels[channel], width) }
    }
    var cellIndex = Int(((Double(bounds.columns.lowerBound) + 0.5 - left) / cell).rounded(.down))
    var x = bounds.columns.lowerBound
    while x < bounds.columns.upperBound {
      let columns = extent(cellIndex, from: left, within: bounds.columns)
      if !columns.isEmpty { fill(columns, rows.count) }
      (cellIndex, x) = (cellIndex + 1, max(x, columns.upperBound))
    }
  }

  private func fill(_ columns: Range<Int>, _ height: Int) {
    let first = columns.lowerBound - bounds.columns.lowerBound
    for channel in 0..<4 {
      let column = sums + channel * bounds.width + first
      let sum = (0..<columns.count).reduce(Int64(0)) { $0 + Int64(column[$1]) }
      let mean = (Double(sum) / Double(columns.count * max(height, 1))).rounded()
      (made.pixels(0)[channel] + first).update(repeating: Int16(mean), count: columns.count)
    }
  }
}
