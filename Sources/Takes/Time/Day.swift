/// A date of the Gregorian calendar, in UTC.
package struct Day: Hashable, Sendable, Comparable {
  /// Since 1970-01-01.
  package let number: Int

  package init(number: Int) {
    self.number = number
  }

  package static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

// Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March, so that the day that is not in
// every year is the last, and the calendar repeats every 146 097 days.
extension Day: CustomStringConvertible {
  /// `2026-11-22`
  package var description: String {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let day = shifted % 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let calendarMonth = month < 10 ? month + 3 : month - 9
    let calendarYear = year + era * 400 + (calendarMonth <= 2 ? 1 : 0)
    return padded(calendarYear, 4) + "-" + padded(calendarMonth) + "-" + padded(dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// Reads what `description` writes; nil for anything else, and outside 1970 to 9999.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
    guard parts.count == 3, (1970...9999).contains(parts[0]), (1...12).contains(parts[1]), (1...31).contains(parts[2])
    else { return nil }
    let year = parts[1] <= 2 ? parts[0] - 1 : parts[0]
    let dayOfYear = (153 * (parts[1] > 2 ? parts[1] - 3 : parts[1] + 9) + 2) / 5 + parts[2] - 1
    let dayOfEra = year % 400 * 365 + year % 400 / 4 - year % 400 / 100 + dayOfYear
    number = year / 400 * 146_097 + dayOfEra - 719_468
    guard description == text else { return nil }
  }
}

/// A number with zeros before it.
func padded(_ number: Int, _ count: Int = 2) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, count - digits.count)) + digits
}
