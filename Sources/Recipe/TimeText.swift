package import Media
import Worker

/// Times as recipes write them: `2.5`, `"2.5"`, `"1:02.5"`, `"1:00:00"`.
package enum TimeText {
  static func time(_ datum: Datum) -> Time? {
    if case .string(let text) = datum { return time(text) }
    return datum.finiteNumber.flatMap(Time.init(seconds:))
  }

  /// Hours and minutes are whole, and minutes and seconds below 60 where something stands before them.
  package static func time(_ text: String) -> Time? {
    let isNegative = text.hasPrefix("-")
    let fields = text.dropFirst(isNegative ? 1 : 0).split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), fields.allSatisfy(isDecimal) else { return nil }
    let numbers = fields.compactMap { Double($0) }
    guard numbers.count == fields.count else { return nil }
    guard numbers.dropFirst().allSatisfy({ $0 < 60 }), numbers.dropLast().allSatisfy({ $0 == $0.rounded() }) else {
      return nil
    }
    let seconds = numbers.reduce(0) { $0 * 60 + $1 }
    return Time(seconds: isNegative ? -seconds : seconds)
  }

  private static func isDecimal(_ field: Substring) -> Bool {
    !field.isEmpty && field.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
  }
}
