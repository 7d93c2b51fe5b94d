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
extension Day {
  private var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted / 146_097
    let day = shifted % 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let calendarMonth = month < 10 ? month + 3 : month - 9
    return (
      year + era * 400 + (calendarMonth <= 2 ? 1 : 0), calendarMonth, dayOfYear - (153 * month + 2) / 5 + 1
    )
  }

  /// Nil for a date that there is not, and outside 1970 to 9999.
  init?(year: Int, month: Int, day: Int) {
    guard (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    let shifted = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = shifted % 400 * 365 + shifted % 400 / 4 - shifted % 400 / 100 + dayOfYear
    number = shifted / 400 * 146_097 + dayOfEra - 719_468
    guard date == (year, month, day) else { return nil }
  }
}

extension Day: CustomStringConvertible {
  /// `2026-11-22`
  package var description: String { padded(date.year, 4) + "-" + padded(date.month) + "-" + padded(date.day) }

  /// Reads what `description` writes; nil for anything else, and outside 1970 to 9999.
  package init?(_ text: some StringProtocol) {
    guard let parts = numbers(in: Array(text.utf8)[...], like: "0000-00-00") else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }
}

/// The numbers in a text of one form, in which zeros stand for digits.
func numbers(in text: ArraySlice<UInt8>, like form: StaticString) -> [Int]? {
  guard text.count == form.utf8CodeUnitCount else { return nil }
  var numbers = [0]
  for (byte, place) in zip(text, UnsafeBufferPointer(start: form.utf8Start, count: form.utf8CodeUnitCount)) {
    if place == UInt8(ascii: "0") {
      guard (0x30...0x39).contains(byte) else { return nil }
      numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(byte - 0x30)
    } else {
      guard byte == place else { return nil }
      numbers.append(0)
    }
  }
  return numbers
}

/// A number with zeros before it.
func padded(_ number: Int, _ count: Int = 2) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, count - digits.count)) + digits
}
