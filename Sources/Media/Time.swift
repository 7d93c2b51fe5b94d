/// An instant or a length on a clip's clock, exact.
///
/// The unit is the flick, 1/705 600 000 s: every common frame rate (24, 25, 30, 60, and the 1000/1001 rates) and every
/// common sample rate (8 to 192 kHz) divides it, so that cuts, frames and samples meet without rounding.
public struct Time: Hashable, Codable, Sendable {
  public var flicks: Int64

  public static let flicksPerSecond: Int64 = 705_600_000
  public static let zero = Time(flicks: 0)

  /// About 31 years; far beyond any video and far from overflow, so that sums of a few times need no checks.
  public static let limit = Time(flicks: 1_000_000_000 * flicksPerSecond)

  public init(flicks: Int64) {
    self.flicks = flicks
  }

  /// The nearest flick to a number of seconds; nil if it is not finite or lies outside ±`limit`.
  public init?(seconds: Double) {
    guard seconds.isFinite, abs(seconds) <= 1_000_000_000 else { return nil }
    self.flicks = Int64((seconds * Double(Time.flicksPerSecond)).rounded())
  }

  /// The length of `count` ticks of a clock that ticks `rate` times a second, to the nearest flick (half away from
  /// zero); held inside ±`limit`.
  public init(ticks count: Int64, rate: Int64) {
    self.init(holding: count.scaled(by: Time.flicksPerSecond, over: rate, rounding: .toNearestOrAwayFromZero))
  }

  /// The nearest time inside ±`limit`.
  init(holding flicks: Int64) {
    self.flicks = min(max(flicks, -Time.limit.flicks), Time.limit.flicks)
  }

  public var seconds: Double { Double(flicks) / Double(Time.flicksPerSecond) }

  /// How many ticks of a clock of `rate` a second have begun: the floor of time × rate.
  public func ticks(rate: Int64) -> Int64 {
    flicks.scaled(by: rate, over: Time.flicksPerSecond, rounding: .down)
  }

  /// Times a factor, to the nearest flick; held inside ±`limit`, so that no factor can overflow.
  public func scaled(by factor: Double) -> Time {
    let product = (Double(flicks) * factor).rounded()
    let bound = Double(Time.limit.flicks)
    guard !product.isNaN else { return .zero }
    return Time(flicks: Int64(min(max(product, -bound), bound)))
  }
}

extension Time: Comparable, AdditiveArithmetic {
  public static func < (a: Time, b: Time) -> Bool { a.flicks < b.flicks }
  public static func + (a: Time, b: Time) -> Time { Time(flicks: a.flicks + b.flicks) }
  public static func - (a: Time, b: Time) -> Time { Time(flicks: a.flicks - b.flicks) }
  public static prefix func - (a: Time) -> Time { Time(flicks: -a.flicks) }
  public static func * (a: Time, n: Int64) -> Time { Time(flicks: a.flicks * n) }
}

extension Time: CustomStringConvertible {
  /// Seconds in the shortest form, as error messages give them: `2.5 s`.
  public var description: String {
    let seconds = seconds
    return seconds == seconds.rounded() && abs(seconds) < 1e15 ? "\(Int64(seconds)) s" : "\(seconds) s"
  }
}
