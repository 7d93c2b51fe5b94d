internal import Graph

/// What a back end asks for a request, as data: the sum of its charges.
package struct Tariff: Hashable, Sendable {
  package enum Charge: Hashable, Sendable {
    case request(Money)
    /// For a second of what is made, rounded up to whole milliseconds.
    case second(Money)
    /// The same, by the parameter `size`: `1280x720`.
    case secondBySize([String: Money])
    /// For so many characters of the parameters `prompt` and `text`, counted in Unicode scalars.
    case characters(Int, Money)
    /// For so many of what a parameter says how many there will be at most: `frames`, `tokens_read`, `tokens_written`.
    case counted(String, per: Int, Money)
  }

  package let charges: [Charge]

  package static let free = Tariff(unchecked: [])

  /// - Throws: `.malformed` if the charges are in several currencies, or count by no characters at all.
  package init(_ charges: [Charge]) throws(TakeError) {
    guard Set(charges.flatMap(\.prices).map(\.currency)).count <= 1 else {
      throw TakeError(.malformed, "price", "is in several currencies", wanted: "one")
    }
    for case (let name, let count)? in charges.map(\.unit) where count < 1 {
      throw TakeError(.malformed, "price: \(name)", "is for \(count)", wanted: "1 or more")
    }
    self.init(unchecked: charges)
  }

  private init(unchecked charges: [Charge]) {
    self.charges = charges
  }

  /// What a request costs, rounded up to a millionth for each charge.
  ///
  /// - Throws: `.unable` if the request lacks what it is paid by, or has a size without a price; `.tooLarge`.
  package func price(of request: Request) throws(TakeError) -> Money {
    var sum = Money.free
    for charge in charges {
      let part = try charge.price(of: request)
      guard let total = Money(millionths: sum.millionths + part.millionths, part.currency) else {
        throw TakeError(.tooLarge, "\(request.backend): price", "is more than can be counted")
      }
      sum = total
    }
    return sum
  }
}

extension Tariff.Charge {
  fileprivate var prices: [Money] {
    switch self {
    case .request(let price), .second(let price), .characters(_, let price), .counted(_, _, let price): [price]
    case .secondBySize(let prices): Array(prices.values)
    }
  }

  /// What is counted, and how many of it have the price.
  fileprivate var unit: (name: String, count: Int)? {
    switch self {
    case .characters(let count, _): ("characters", count)
    case .counted(let name, let count, _): (name, count)
    case .request, .second, .secondBySize: nil
    }
  }

  fileprivate func price(of request: Request) throws(TakeError) -> Money {
    switch self {
    case .request(let price): price
    case .second(let price): try price.times(request.milliseconds(), per: 1000, of: request)
    case .secondBySize(let prices):
      try request.price(among: prices).times(request.milliseconds(), per: 1000, of: request)
    case .characters(let count, let price): try price.times(request.characterCount, per: count, of: request)
    case .counted(let name, let count, let price): try price.times(request.count(of: name), per: count, of: request)
    }
  }
}

extension Money {
  /// - Precondition: `units` is not negative, and `per` is positive.
  fileprivate func times(_ units: Int, per: Int, of request: Request) throws(TakeError) -> Money {
    let (product, overflow) = millionths.multipliedReportingOverflow(by: Int64(units))
    let rounded = product / Int64(per) + (product % Int64(per) > 0 ? 1 : 0)
    guard !overflow, let price = Money(millionths: rounded, currency) else {
      throw TakeError(.tooLarge, "\(request.backend): price", "is more than can be counted")
    }
    return price
  }
}

extension Request {
  /// At most a day.
  fileprivate func milliseconds() throws(TakeError) -> Int {
    guard case .number(let seconds)? = parameters["seconds"], (0...86_400).contains(seconds) else {
      throw unable("seconds", wanted: "a number from 0 to 86400, because it is paid by the second")
    }
    return Int((seconds * 1000).rounded(.up))
  }

  /// At most 2⁵³.
  fileprivate func count(of name: String) throws(TakeError) -> Int {
    guard case .number(let number)? = parameters[name], (0...0x1p53).contains(number) else {
      throw unable(name, wanted: "a number from 0 on, because it is paid by it")
    }
    return Int(number.rounded(.up))
  }

  fileprivate var characterCount: Int {
    ["prompt", "text"].reduce(0) { sum, name in
      guard case .string(let text)? = parameters[name] else { return sum }
      return sum + text.unicodeScalars.count
    }
  }

  fileprivate func price(among prices: [String: Money]) throws(TakeError) -> Money {
    if case .string(let size)? = parameters["size"], let price = prices[size] { return price }
    throw unable("size", wanted: prices.keys.sorted().alternatives + ", which have a price")
  }
}
