import CPixels

/// Scales rows of one or several channels: across when a row comes in, down when one is asked for.
///
/// It keeps as many filtered rows as one target row needs, so that walking down, or up, filters each row once. Rows
/// may be asked for in any order. Belongs to one thread at a time.
final class RowScaler {
  let columns, rows: FilterTable
  private let source: any SampleRows
  private let channelCount: Int
  /// The range of a result.
  private let limits: ClosedRange<Int16>
  /// A row as it was read, with room for taps of weight 0 beyond its end.
  private let incoming: RowMemory
  /// Filtered rows: source row `r` is in slot `r % slotCount`.
  private let ring: RowMemory
  private let slotCount: Int
  private var held: [Int]
  private var taps: [UnsafePointer<Int16>?]

  init(
    _ source: any SampleRows, channelCount: Int, columns: FilterTable.Line, rows: FilterTable.Line,
    limits: ClosedRange<Int16>
  ) {
    self.source = source
    self.channelCount = channelCount
    self.limits = limits
    self.columns = FilterCache.table(columns)
    self.rows = FilterCache.table(rows)
    slotCount = self.rows.tapCount
    // Sources of pixels write alpha, too, even where it is not filtered.
    incoming = RowMemory(
      width: columns.samples.count + self.columns.tapCount, rowCount: channelCount == 1 ? 1 : 4)
    ring = RowMemory(width: columns.targets.count, rowCount: channelCount * slotCount)
    held = Array(repeating: -1, count: slotCount)
    taps = Array(repeating: nil, count: slotCount)
  }

  /// Fills the channels of `result` with part of a target row.
  ///
  /// - Precondition: row and columns are among the targets.
  func read(row: Int, columns part: Range<Int>, into result: PixelRow) {
    let last = rows.line.samples.count - 1
    let needed = rows.taps(row)
    for sample in needed where sample <= last { hold(sample) }
    let offset = part.lowerBound - columns.line.targets.lowerBound
    let weights = (row - rows.line.targets.lowerBound) * rows.tapCount
    for channel in 0..<channelCount {
      // Taps beyond the last row have weight 0; any row serves.
      for (index, sample) in needed.enumerated() { taps[index] = pointer(min(sample, last), channel, offset) }
      rows.weights.withUnsafeBufferPointer {
        guard let first = $0.baseAddress else { return }
        pixels_filter_down(
          result[channel], taps, first + weights, part.count, rows.tapCount, limits.lowerBound, limits.upperBound)
      }
    }
  }

  private func pointer(_ sample: Int, _ channel: Int, _ offset: Int) -> UnsafePointer<Int16> {
    UnsafePointer(ring.row(sample % slotCount * channelCount + channel) + offset)
  }

  /// Reads and filters a source row, unless it is there already.
  private func hold(_ sample: Int) {
    let slot = sample % slotCount
    guard held[slot] != sample else { return }
    held[slot] = sample
    source.read(row: rows.line.samples.lowerBound + sample, columns: columns.line.samples, into: incoming.pixels(0))
    for channel in 0..<channelCount {
      filterAcross(incoming.row(channel), into: ring.row(slot * channelCount + channel))
    }
  }

  private func filterAcross(_ samples: UnsafePointer<Int16>, into result: UnsafeMutablePointer<Int16>) {
    let count = columns.line.targets.count
    if let first = columns.copiesFrom { return result.update(from: samples + first, count: count) }
    columns.starts.withUnsafeBufferPointer { starts in
      columns.weights.withUnsafeBufferPointer { weights in
        pixels_filter_across(result, samples, starts.baseAddress, weights.baseAddress, count, columns.tapCount)
      }
    }
  }
}
