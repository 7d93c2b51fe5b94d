import Media

/// Turns a file's ticks into time, exactly: sums are kept in microseconds times ticks, and rounded once.
struct TempoMap {
  private struct Change {
    let tick: Int64
    /// Microseconds × division since the start.
    let time: Int64
    let tempo: Int64
  }

  /// Ticks of a quarter; or of a second, if the file counts so.
  private let division: Int64
  private var changes: [Change]

  /// - Parameter tempo: Microseconds for `division` ticks.
  init(division: Int, tempo: Int) {
    self.division = Int64(division)
    changes = [Change(tick: 0, time: 0, tempo: Int64(tempo))]
  }

  /// - Precondition: ticks come in order.
  mutating func change(at tick: Int64, to tempo: Int) {
    changes.append(Change(tick: tick, time: elapsed(at: tick), tempo: Int64(tempo)))
  }

  func time(at tick: Int64) -> Time {
    Time(flicks: elapsed(at: tick).scaled(by: 7056, over: 10 * division, rounding: .toNearestOrAwayFromZero))
  }

  /// Beats a minute at the start.
  var tempo: Double {
    let first = changes.last { $0.tick == 0 }?.tempo ?? 500_000
    return 60_000_000 / Double(first)
  }

  private func elapsed(at tick: Int64) -> Int64 {
    let change = changes[max(0, changes.partitioningIndex { $0.tick > tick } - 1)]
    return change.time + (tick - change.tick) * change.tempo
  }

  /// Whether a tick lies so far out that no file of ours reaches it; below that, sums cannot overflow.
  static func isBeyond(_ tick: Int64) -> Bool { tick > 1 << 32 }
}
