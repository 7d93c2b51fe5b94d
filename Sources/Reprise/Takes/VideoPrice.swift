import Takes

/// What a video costs. Amounts have a currency: `0.40 USD`.
public enum VideoPrice: Hashable, Sendable {
  case free
  /// Each video.
  case take(String)
  /// Each second of it.
  case second(String)
  /// Each second, by size: `["1280x720": "0.10 USD"]`.
  case secondBySize([String: String])

  var tariff: Tariff {
    get throws {
      switch self {
      case .free: .free
      case .take(let price): try Tariff([.request(Money(asked: price))])
      case .second(let price): try Tariff([.second(Money(asked: price))])
      case .secondBySize(let prices): try Tariff([.secondBySize(prices.mapValues { try Money(asked: $0) })])
      }
    }
  }
}

extension Money {
  /// What a host says that something costs.
  init(asked text: String) throws(RepriseError) {
    guard let money = Money(text) else {
      throw RepriseError(
        .usage, code: "price", came: "\"\(text)\" is no price", wanted: "an amount and a currency, such as 0.015 USD")
    }
    self = money
  }
}
