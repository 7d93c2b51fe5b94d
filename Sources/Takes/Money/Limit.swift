package import Journal

/// Whose money is counted together.
package enum Scope: Hashable, Sendable {
  case everything
  case post(String)
  case author(String)
  case day(Day)
  case backend(String)
  /// One call of the program or one job of a host, by a name of its own.
  case run(String)
}

extension Scope: CustomStringConvertible {
  package var description: String {
    switch self {
    case .everything: "all together"
    case .post(let post): "post \(post.shown(atMost: 80))"
    case .author(let author): "author \(author.shown(atMost: 80))"
    case .day(let day): "\(day)"
    case .backend(let backend): "back end \(backend)"
    case .run: "this run"
    }
  }
}

/// The most that may be spent within a scope. A currency that is not named may not be spent at all.
package struct Limit: Hashable, Sendable {
  package let scope: Scope
  package let most: Amounts

  package init(_ most: Amounts, over scope: Scope) {
    (self.most, self.scope) = (most, scope)
  }

  /// Whether a price can be added to what is spent and set aside already.
  ///
  /// - Throws: `.overBudget`.
  package func check(_ price: Amounts, after committed: Amounts) throws(TakeError) {
    var total = committed
    total += price
    // Only what is asked for now can be refused: currencies that were overspent before are no reason.
    guard let currency = price.currencies.first(where: { most[$0] < total[$0] }) else { return }
    throw TakeError(
      .overBudget, "budget for \(scope)", "\(price) would be spent, and \(committed) is spent or set aside",
      wanted: most[currency] == 0 ? "nothing in \(currency)" : "at most \(most.only(currency))",
      remedy: "raise the budget, or ask for less")
  }
}
