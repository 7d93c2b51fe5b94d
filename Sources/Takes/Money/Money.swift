/// An exact amount, in millionths of a currency's unit. Never negative.
package struct Money: Hashable, Sendable {
  /// From 0 to `most`.
  package let millionths: Int64
  package let currency: Currency

  /// A thousand million units: sums of nine thousand such amounts still fit.
  package static let most: Int64 = 1_000_000_000_000_000
  /// Nothing, in no currency.
  package static let free = Money(bounded: 0, .none)

  /// Nil outside `0...most`.
  package init?(millionths: Int64, _ currency: Currency) {
    guard (0...Money.most).contains(millionths) else { return nil }
    self.init(bounded: millionths, currency)
  }

  private init(bounded millionths: Int64, _ currency: Currency) {
    (self.millionths, self.currency) = (millionths, currency)
  }
}

extension Money: CustomStringConvertible {
  /// Reads `0.40 USD`: digits, at most six of them behind the point, and a code. Nil for anything else.
  package init?(_ text: some StringProtocol) {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2, let currency = Currency(words[1]) else { return nil }
    self.init(words[0], currency)
  }

  /// Reads a plain number: `0.40`.
  package init?(_ number: some StringProtocol, _ currency: Currency) {
    let parts = String(number).split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard (1...2).contains(parts.count), (1...10).contains(parts[0].utf8.count) else { return nil }
    let fraction = parts.count == 2 ? parts[1] : "0"
    let digits = parts[0] + fraction + String(repeating: "0", count: max(0, 6 - fraction.utf8.count))
    guard (1...6).contains(fraction.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    guard let millionths = Int64(digits) else { return nil }
    self.init(millionths: millionths, currency)
  }

  /// `0.40 USD`; digits behind the second are written where there are any.
  package var description: String {
    self == .free ? "free" : text
  }

  /// What `init(_:)` reads back, also of what is free.
  var text: String { "\(Money.number(millionths)) \(currency)" }

  static func number(_ millionths: Int64) -> String {
    var digits = String(millionths % 1_000_000 + 1_000_000).dropFirst()
    while digits.count > 2, digits.last == "0" { digits.removeLast() }
    return "\(millionths / 1_000_000).\(digits)"
  }
}
