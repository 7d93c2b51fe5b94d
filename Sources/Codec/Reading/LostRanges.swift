import Media

/// Stretches of a recording that could not be read, as a set: noting one twice changes nothing.
struct LostRanges {
  /// Stretches closer than this are told as one.
  private static let slack = Time(ticks: 1, rate: 4)
  /// A file in shreds has one long warning, not ten thousand.
  private static let most = 20

  private(set) var ranges: [TimeRange] = []

  mutating func insert(_ range: TimeRange) {
    var merged = range
    ranges.removeAll { other in
      guard other.start <= merged.end + Self.slack, merged.start <= other.end + Self.slack else { return false }
      merged = merged.union(other)
      return true
    }
    let place = ranges.firstIndex { $0.start > merged.start } ?? ranges.count
    ranges.insert(merged, at: place)
    guard ranges.count > Self.most else { return }
    let tail = ranges.removeLast()
    ranges[ranges.count - 1] = ranges[ranges.count - 1].union(tail)
  }

  /// One sentence for each.
  func warnings(_ place: String, _ what: String) -> [String] {
    ranges.map { "\(place): \(what) from \(Self.text($0.start)) to \(Self.text($0.end))" }
  }

  /// Milliseconds are fine enough to find it.
  private static func text(_ time: Time) -> String {
    Time(ticks: time.ticks(rate: 1000), rate: 1000).description
  }
}
