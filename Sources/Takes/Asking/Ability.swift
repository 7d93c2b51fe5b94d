internal import Graph

/// What a back end takes for one parameter.
package enum Ability: Hashable, Sendable {
  case flag
  /// A text of at most so many bytes.
  case text(atMost: Int)
  /// One of these texts.
  case words([String])
  case number(ClosedRange<Double>)
  /// One of these numbers.
  case numbers([Double])
  case whole(ClosedRange<Int>)
  /// `1280x720`: a width and a height within a range, each a multiple of a number that is at least 1.
  case size(ClosedRange<Int>, multipleOf: Int)
  /// The adapter looks itself.
  case anything
}

extension Ability {
  func takes(_ value: CanonicalJSON) -> Bool {
    switch (self, value) {
    case (.anything, _), (.flag, .boolean): true
    case (.text(let limit), .string(let text)): text.utf8.count <= limit
    case (.words(let words), .string(let text)): words.contains(text)
    case (.number(let range), .number(let number)): range.contains(number)
    case (.numbers(let numbers), .number(let number)): numbers.contains(number)
    case (.whole(let range), .number(let number)): Int(exactly: number).map(range.contains) ?? false
    case (.size(let range, let multiple), .string(let text)): Ability.isSize(text, range, multiple)
    default: false
    }
  }

  private static func isSize(_ text: String, _ range: ClosedRange<Int>, _ multiple: Int) -> Bool {
    let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1], text == "\(width)x\(height)" else {
      return false
    }
    return [width, height].allSatisfy { range.contains($0) && $0 % max(1, multiple) == 0 }
  }
}

extension Ability: CustomStringConvertible {
  /// What it takes, for somebody who wrote something else.
  package var description: String {
    switch self {
    case .flag: "true or false"
    case .text(let limit): "a text of at most \(limit) bytes"
    case .words(let words): words.alternatives
    case .number(let range):
      "a number from \(CanonicalJSON.number(range.lowerBound).text) to \(CanonicalJSON.number(range.upperBound).text)"
    case .numbers(let numbers): numbers.map { CanonicalJSON.number($0).text }.alternatives
    case .whole(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .size(let range, let multiple):
      "a size like 1280x720, sides from \(range.lowerBound) to \(range.upperBound), multiples of \(multiple)"
    case .anything: "anything"
    }
  }
}
