/// What several requests would cost, before anything is asked of anybody.
package struct Quote: Hashable, Sendable {
  package struct Line: Hashable, Sendable {
    package let request: Request
    package let price: Money
  }

  package private(set) var lines: [Line] = []

  package init() {}

  package mutating func add(_ request: Request, at price: Money) {
    lines.append(Line(request: request, price: price))
  }

  package var total: Amounts { Amounts(lines.map(\.price)) }
}
