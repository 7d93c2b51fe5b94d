import CPixels
import Media

/// A picture under a symmetric filter in each direction; beyond its edges they go on.
final class ConvolvedRows: SampleRows {
  private let source: any SampleRows
  private let size: Size
  private let across, down: [Int16]
  /// A row with its edges repeated to either side.
  private let line: RowMemory
  /// Rows filtered across: row `r` is in slot `r % down.count`.
  private let ring: RowMemory
  private var held: [Int]
  private var taps: [UnsafePointer<Int16>?]

  init(_ source: any SampleRows, _ size: Size, columns: [Int16], rows: [Int16]) {
    (self.source, self.size, across, down) = (source, size, columns, rows)
    line = RowMemory(width: size.width + columns.count, rowCount: 4)
    ring = RowMemory(width: size.width, rowCount: 4 * rows.count)
    held = Array(repeating: -1, count: rows.count)
    taps = Array(repeating: nil, count: rows.count)
  }

  func read(row: Int, columns: Range<Int>, into pixels: PixelRow) {
    let reach = down.count / 2
    let needed = (row - reach...row + reach).map { min(max($0, 0), size.height - 1) }
    for row in needed { hold(row) }
    for channel in 0..<4 {
      for (index, row) in needed.enumerated() {
        taps[index] = UnsafePointer(ring.row(row % down.count * 4 + channel) + columns.lowerBound)
      }
      down.withUnsafeBufferPointer {
        guard let weights = $0.baseAddress else { return }
        pixels_filter_down(pixels[channel], taps, weights, columns.count, down.count, -32_767, 32_767)
      }
    }
  }

  private func hold(_ row: Int) {
    let slot = row % down.count
    guard held[slot] != row else { return }
    held[slot] = row
    let reach = across.count / 2
    let middle = line.pixels(0).dropping(reach)
    source.read(row: row, columns: 0..<size.width, into: middle)
    for channel in 0..<4 {
      let samples = middle[channel]
      for step in 0..<reach {
        samples[-1 - step] = samples[0]
        samples[size.width + step] = samples[size.width - 1]
      }
      across.withUnsafeBufferPointer {
        guard let weights = $0.baseAddress else { return }
        pixels_convolve(ring.row(slot * 4 + channel), samples - reach, weights, size.width, across.count)
      }
    }
  }
}
