/// What limits are kept in.
protocol LimitNumber {
  /// - Parameter amount: From 0 to 2⁵³.
  init(amount: Double)
  var amount: Double { get }
}

extension Int: LimitNumber {
  init(amount: Double) { self.init(amount) }
  var amount: Double { Double(self) }
}

extension Int64: LimitNumber {
  init(amount: Double) { self.init(amount) }
  var amount: Double { Double(self) }
}

extension UInt64: LimitNumber {
  init(amount: Double) { self.init(amount) }
  var amount: Double { Double(self) }
}

extension Double: LimitNumber {
  init(amount: Double) { self = amount }
  var amount: Double { self }
}

extension Duration: LimitNumber {
  init(amount: Double) { self = .seconds(amount) }
  var amount: Double { self / .seconds(1) }
}
