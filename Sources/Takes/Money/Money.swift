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
    guard let blank = text.firstIndex(of: " "), let currency = Currency(text[text.index(after: blank)...]) else {
      return nil
    }
    self.init(text[..<blank], currency)
  }

  /// Reads a plain number: `0.40`.
  package init?(_ number: some StringProtocol, _ currency: Currency) {
    var (digits, wholes, places) = (Int64(0), 0, Int?.none)
    for byte in number.utf8 {
      if byte == UInt8(ascii: "."), places == nil, wholes > 0 {
        places = 0
        continue
      }
      guard (0x30...0x39).contains(byte), places ?? 0 < 6, wholes < 10 || places != nil else { return nil }
      digits = digits * 10 + Int64(byte - 0x30)
      if let count = places { places = count + 1 } else { wholes += 1 }
    }
    guard wholes > 0, places != 0 else { return nil }
    for _ in (places ?? 0)..<6 { digits *= 10 }
    self.init(millionths: digits, currency)
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
