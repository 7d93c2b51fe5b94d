import Takes

/// What may be spent on model servers. A value; copies count together.
public struct Budget: Sendable {
  private let most: Amounts
  /// All that is bought under one budget counts together, in every thread.
  let run: String

  /// Nothing may be spent; what is free is still made.
  public static var nothing: Budget { Budget(Amounts()) }

  /// - Parameter text: Amounts in their currencies: `0.50 USD`, or `1 USD, 2.50 EUR`.
  public init(_ text: String) throws(RepriseError) {
    let money = text.split(separator: ",").map { Money($0.drop(while: \.isWhitespace)) }
    guard !money.isEmpty, !money.contains(nil) else {
      throw RepriseError(
        .usage, code: "budget", came: "\"\(text)\" is no budget", wanted: "an amount and a currency, such as 0.50 USD")
    }
    self.init(Amounts(money.compactMap(\.self)))
  }

  private init(_ most: Amounts) {
    self.most = most
    run = String(UInt64.random(in: .min ... .max), radix: 16)
  }

  /// Whether all of it together can be paid.
  ///
  /// - Throws: `.overBudget`.
  func check(_ prices: [Money], in ledger: Ledger) throws(TakeError) {
    for limit in limits { try limit.check(Amounts(prices), after: ledger.books().committed(in: limit.scope)) }
  }

  var limits: [Takes.Limit] { [Takes.Limit(most, over: .run(run))] }
}
