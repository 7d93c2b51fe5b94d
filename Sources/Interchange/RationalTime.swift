import Media

/// A time as OpenTimelineIO says it: so many ticks of a rate, both in floating point.
///
/// A rate of 30000/1001 is only the double next to it there, and many programs write 29.97. So the fraction that is meant
/// is found again, and from then on everything is exact: a time of whole frames comes back as the same flick, and so does
/// any other as long as it is below 2²⁷ frames, some fifty days.
struct RationalTime: Hashable, Sendable {
  let value: Double
  let rate: Double

  init(value: Double, rate: Double) {
    (self.value, self.rate) = (value, rate)
  }

  init(_ time: Time, at rate: FrameRate) {
    let whole = rate.frame(at: time)
    let rest = time - rate.time(ofFrame: whole)
    value = Double(whole) + Double(rest.flicks) / Clock(rate).tick
    self.rate = rate.framesPerSecond
  }

  /// The time to the nearest flick; nil if a number is not finite, a rate makes no sense, or the time is out of bounds.
  var time: Time? {
    guard let clock = Clock(rate), value.isFinite, abs(value) < 0x1p53 else { return nil }
    let whole = value.rounded(.down)
    let rest = Int64(((value - whole) * clock.tick).rounded())
    let start = Int64(whole).scaled(
      by: Time.flicksPerSecond * clock.denominator, over: clock.numerator, rounding: .up)
    guard abs(Double(start)) <= Double(Time.limit.flicks) else { return nil }
    return Time(flicks: start + rest)
  }

  /// The rate as pictures a second; nil if it is one of something else.
  var frameRate: FrameRate? {
    Clock(rate).flatMap { FrameRate(Int($0.numerator), Int($0.denominator)) }
  }
}

/// A rate as a fraction.
private struct Clock {
  let numerator: Int64
  let denominator: Int64

  /// Flicks to a tick.
  var tick: Double { Double(Time.flicksPerSecond * denominator) / Double(numerator) }

  private init(_ numerator: Int64, over denominator: Int64) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  init(_ rate: FrameRate) { self.init(Int64(rate.numerator), over: Int64(rate.denominator)) }

  /// Nil unless the rate lies between a tick in a thousand seconds and one a flick.
  init?(_ rate: Double) {
    guard rate >= 0.001, rate <= Double(Time.flicksPerSecond) else { return nil }
    if let whole = Int64(exactly: rate) {
      self.init(whole, over: 1)
    } else if let common = FrameRate(rate), common.denominator == 1001 {
      self.init(common)
    } else if let slowed = Clock.slowed(rate) {
      self.init(slowed, over: 1001)
    } else {
      // Six decimals: more than any program writes of a rate that is no fraction.
      self.init(Int64((rate * 1e6).rounded()), over: 1_000_000)
    }
  }

  /// The numerator of a rate of whole thousands over 1001, such as 15000/1001.
  private static func slowed(_ rate: Double) -> Int64? {
    let whole = (rate * 1.001).rounded()
    return whole >= 1 && abs(rate - whole / 1.001) < rate * 1e-9 ? Int64(whole) * 1000 : nil
  }
}
