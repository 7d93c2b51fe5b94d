import Reprise

/// A limit as it is set on the command line: `seconds=60`.
struct LimitSetting {
  let limit: Limit
  let amount: Double

  init(text: String) throws(RepriseError) {
    let parts = text.split(separator: "=", maxSplits: 1)
    guard parts.count == 2, let limit = Limit(rawValue: String(parts[0])) else {
      let names = Limit.allCases.map(\.rawValue).joined(separator: ", ")
      throw RepriseError(
        .usage, code: "limit", came: "\"\(text)\" sets no limit",
        wanted: "name=number, with one of these names: \(names)")
    }
    guard let amount = Double(String(parts[1])), amount.isFinite, amount >= 0 else {
      throw RepriseError(
        .usage, code: "limit", came: "\"\(parts[1])\" is no amount of \(limit.unit)", wanted: "a number from 0 up")
    }
    (self.limit, self.amount) = (limit, amount)
  }
}
