/// Sums in several currencies, which are never exchanged for one another.
package struct Amounts: Hashable, Sendable {
  private var millionths: [Currency: Int64] = [:]

  package init() {}

  package init(_ money: some Sequence<Money>) {
    for money in money { self += money }
  }

  package subscript(currency: Currency) -> Int64 { millionths[currency] ?? 0 }

  package var isNothing: Bool { millionths.isEmpty }
  package var currencies: [Currency] { millionths.keys.sorted() }

  /// Sums stop at the largest number there is: a budget then refuses, which is the safe side.
  package static func += (a: inout Amounts, b: Money) { a.add(b.millionths, b.currency) }

  package static func += (a: inout Amounts, b: Amounts) {
    for (currency, amount) in b.millionths { a.add(amount, currency) }
  }

  package static func -= (a: inout Amounts, b: Money) { a.add(-b.millionths, b.currency) }

  private mutating func add(_ amount: Int64, _ currency: Currency) {
    let (sum, overflow) = self[currency].addingReportingOverflow(amount)
    let total = overflow ? .max : sum
    millionths[currency] = total == 0 ? nil : total
  }

  /// What there is of one currency.
  package func only(_ currency: Currency) -> Amounts {
    var part = Amounts()
    part.add(self[currency], currency)
    return part
  }
}

extension Amounts: CustomStringConvertible {
  /// `0.40 USD and 2.00 EUR`, in the order of the codes; `nothing`.
  package var description: String {
    guard !isNothing else { return "nothing" }
    return currencies.map { "\(Money.number(self[$0])) \($0)" }.joined(separator: " and ")
  }
}
