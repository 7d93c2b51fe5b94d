internal import Media

/// The clock of the simulation: equal steps, of which every second is kept.
enum Pulse {
  static let stepsPerSecond: Int64 = 480
  static let seconds = 1 / 480.0
  /// Steps from one kept time to the next.
  static let kept = Int(stepsPerSecond / Motion.recordsPerSecond)
  /// Steps from one sample of rolling and sliding to the next.
  static let heard = 16

  static func time(of step: Int) -> Time { Time(ticks: Int64(step), rate: stepsPerSecond) }

  /// The first kept time that is not before a time. What happens then leaves no trace in any instant before.
  static func step(notBefore time: Time) -> Int {
    let rate = Motion.recordsPerSecond
    let tick = time.ticks(rate: rate)
    return Int(Time(ticks: tick, rate: rate) < time ? tick + 1 : tick) * kept
  }
}
