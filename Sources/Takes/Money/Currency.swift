/// What an amount is counted in: a code of ISO 4217, or a server's own credits under such a name.
package struct Currency: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let code: String

  /// Reads three to eight upper-case letters; nil for anything else.
  package init?(_ code: some StringProtocol) {
    guard (3...8).contains(code.utf8.count), code.utf8.allSatisfy({ (0x41...0x5a).contains($0) }) else { return nil }
    self.code = String(code)
  }

  private init(known code: String) {
    self.code = code
  }

  /// ISO 4217's own code for no currency: what is free is counted in it.
  package static let none = Currency(known: "XXX")
  package static let dollars = Currency(known: "USD")

  package var description: String { code }

  package static func < (a: Currency, b: Currency) -> Bool { a.code < b.code }
}
