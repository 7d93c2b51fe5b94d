import CPixels
import Media

/// The mean of several pictures.
final class MeanRows: MadeRows {
  let bounds: Area
  let solid: Area
  let isOpaque: Bool
  private let cels: [Cel]
  private let sums: UnsafeMutablePointer<Int32>

  /// Nil if nothing shows.
  init?(_ cels: [Cel]) {
    bounds = cels.reduce(Area.nothing) { $0.union($1.bounds) }
    guard !bounds.isEmpty else { return nil }
    self.cels = cels
    isOpaque = cels.allSatisfy { [bounds] in $0.isOpaque(over: bounds) }
    solid = isOpaque ? bounds : .nothing
    sums = .allocate(capacity: 4 * bounds.width)
  }

  deinit { sums.deallocate() }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) -> Range<Int> {
    sums.initialize(repeating: 0, count: 4 * columns.count)
    for cel in cels where cel.bounds.rows.contains(row) {
      cel.read(row: row, columns: columns, into: pixels)
      for channel in 0..<4 { pixels_add(sums + channel * columns.count, pixels[channel], columns.count) }
    }
    for channel in 0..<4 {
      pixels_mean_of(pixels[channel], sums + channel * columns.count, columns.count, Int32(cels.count))
    }
    return columns
  }
}
