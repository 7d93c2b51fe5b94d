/// A time of the calendar, in milliseconds, as the machine's clock told it.
package struct Moment: Hashable, Sendable, Comparable {
  /// Since 1970-01-01 00:00 UTC; to the end of the year 9999.
  package let milliseconds: Int

  package static let last = 253_402_300_799_999

  /// What is outside the range is moved into it.
  package init(milliseconds: Int) {
    self.milliseconds = min(max(0, milliseconds), Moment.last)
  }

  package var day: Day { Day(number: milliseconds / 86_400_000) }

  package static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }

  /// How long after another; negative if before.
  package func since(_ other: Moment) -> Duration { .milliseconds(milliseconds - other.milliseconds) }
}

extension Moment: CustomStringConvertible {
  /// RFC 3339: `2026-11-22T18:10:00.125Z`.
  package var description: String {
    let rest = milliseconds % 86_400_000
    let clock = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { padded($0) }.joined(separator: ":")
    return "\(day)T\(clock).\(padded(rest % 1000, 3))Z"
  }

  /// Reads what `description` writes; nil for anything else.
  package init?(_ text: some StringProtocol) {
    self.init(utf8: Array(text.utf8)[...])
  }

  /// Reads the bytes of what `description` writes; nil for anything else.
  package init?(utf8 text: ArraySlice<UInt8>) {
    guard let parts = numbers(in: text, like: "0000-00-00T00:00:00.000Z"), parts[3] < 24, parts[4] < 60, parts[5] < 60,
      let day = Day(year: parts[0], month: parts[1], day: parts[2])
    else { return nil }
    let rest = ((parts[3] * 60 + parts[4]) * 60 + parts[5]) * 1000 + parts[6]
    self.init(milliseconds: day.number * 86_400_000 + rest)
  }
}
