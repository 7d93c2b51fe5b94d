/// How much of something shows, exact: 0 is nothing, 16384 everything. Also the weight of a dissolve.
package struct Opacity: Hashable, Sendable {
  /// 0...16384. All of them fit a signed 16-bit multiplier.
  package let weight: Int16

  package static let one: Int32 = 16_384
  package static let clear = Opacity(weight: 0)
  package static let full = Opacity(weight: one)

  /// Held to 0...16384.
  package init(weight: Int32) {
    self.weight = Int16(min(max(weight, 0), Self.one))
  }

  /// The nearest weight to a share of 1; held to 0...1, and 0 for what is not a number.
  package init(_ share: Double) {
    guard share > 0 else {
      self = .clear
      return
    }
    self.init(weight: Int32((min(share, 1) * Double(Self.one)).rounded()))
  }

  package var isClear: Bool { weight == 0 }
  package var isFull: Bool { weight == Int16(Self.one) }

  /// Both at once, to nearest.
  package static func * (a: Opacity, b: Opacity) -> Opacity {
    Opacity(weight: (Int32(a.weight) * Int32(b.weight) + one / 2) / one)
  }
}
