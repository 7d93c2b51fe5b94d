import CFFmpeg
import Media

/// From the time stamps of a stream of pictures to the file's clock and back.
///
/// Containers round: a 60 Hz picture in a clock of milliseconds may be late by half of one, and a 23.976 Hz picture in
/// MPEG's 90 kHz by a third of a tick. Asked for the instant at which a picture begins, we would show the one before it.
/// So a stamp that lies within one tick of the nominal rate's grid is taken to mean the grid.
struct PictureClock: Hashable, Codable, Sendable {
  private let tickLength: Int32
  private let ticksPerSecond: Int32
  /// The stamp of the first picture.
  private let origin: Int64
  /// The grid, if the stream has one.
  private let rate: FrameRate?
  /// When the first picture begins on the file's clock.
  let start: Time

  init(timeBase: AVRational, origin: Int64, rate: FrameRate?, start: Time) {
    (tickLength, ticksPerSecond) = (timeBase.num, timeBase.den)
    self.origin = origin
    self.rate = rate
    self.start = start
  }

  private var timeBase: AVRational { AVRational(num: tickLength, den: ticksPerSecond) }

  /// Nil for "no time stamp" and for one beyond all reason.
  func time(of stamp: Int64) -> Time? {
    guard stamp != reprise_AV_NOPTS_VALUE else { return nil }
    let (ticks, overflow) = stamp.subtractingReportingOverflow(origin)
    guard !overflow, let raw = Time(ticks, of: timeBase) else { return nil }
    return start + (snapped(raw) ?? raw)
  }

  private func snapped(_ raw: Time) -> Time? {
    guard let rate, let tick = Time(1, of: timeBase) else { return nil }
    let half = Time(flicks: rate.frameDuration.flicks / 2)
    let grid = rate.time(ofFrame: rate.frame(at: raw + half))
    return abs(grid.flicks - raw.flicks) <= tick.flicks ? grid : nil
  }

  /// The last tick at or before a time.
  func stamp(at time: Time) -> Int64 {
    (time - start).ticks(of: timeBase).addingReportingOverflow(origin).partialValue
  }

  /// The length of a number of ticks; nil if that is none. One frame of the grid, rounded to ticks, is one frame.
  func duration(ofTicks ticks: Int64) -> Time? {
    guard ticks > 0, let raw = Time(ticks, of: timeBase), let tick = Time(1, of: timeBase) else { return nil }
    guard let frame = rate?.frameDuration, abs(frame.flicks - raw.flicks) <= tick.flicks else { return raw }
    return frame
  }

  /// What a picture lasts if nothing else is known.
  var usualDuration: Time { rate?.frameDuration ?? Time(ticks: 1, rate: 25) }
}
