/// A half-open stretch of time: `start` belongs to it, `end` does not.
public struct TimeRange: Hashable, Sendable {
  public var start: Time
  public var end: Time

  /// - Precondition: `start <= end`.
  public init(_ start: Time, _ end: Time) {
    precondition(start <= end, "a time range runs forward")
    self.start = start
    self.end = end
  }

  public init(start: Time, duration: Time) {
    self.init(start, start + duration)
  }

  public var duration: Time { end - start }
  public var isEmpty: Bool { start == end }

  public func contains(_ time: Time) -> Bool { start <= time && time < end }
  public func overlaps(_ other: TimeRange) -> Bool { intersection(other) != nil }

  /// The part that both share; nil if they share none.
  public func intersection(_ other: TimeRange) -> TimeRange? {
    let low = max(start, other.start)
    let high = min(end, other.end)
    return low < high ? TimeRange(low, high) : nil
  }

  public func shifted(by offset: Time) -> TimeRange { TimeRange(start + offset, end + offset) }

  /// The smallest range that holds both.
  public func union(_ other: TimeRange) -> TimeRange {
    TimeRange(min(start, other.start), max(end, other.end))
  }
}

extension TimeRange: CustomStringConvertible {
  public var description: String { "\(start.seconds) s to \(end.seconds) s" }
}
