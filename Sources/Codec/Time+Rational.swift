import CFFmpeg
import Media

extension AVRational {
  /// A clock that runs: both parts positive.
  var isRunning: Bool { num > 0 && den > 0 }
}

extension Time {
  /// The nearest flick to `ticks` of a clock; nil for "no time stamp", a clock that stands, or more than ±`limit`.
  init?(_ ticks: Int64, of clock: AVRational) {
    guard ticks != reprise_AV_NOPTS_VALUE, clock.isRunning else { return nil }
    let seconds = Double(ticks) * Double(clock.num) / Double(clock.den)
    guard abs(seconds) <= Time.limit.seconds else { return nil }
    self.init(
      flicks: ticks.scaled(
        by: Int64(clock.num) * Time.flicksPerSecond, over: Int64(clock.den), rounding: .toNearestOrAwayFromZero))
  }

  /// Ticks of a clock, rounded down. The clock must run.
  func ticks(of clock: AVRational) -> Int64 {
    flicks.scaled(by: Int64(clock.den), over: Int64(clock.num) * Time.flicksPerSecond, rounding: .down)
  }
}
