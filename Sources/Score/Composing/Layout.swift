import Media

/// How a length of time is filled: whole bars, and then a last chord that rings.
struct Layout {
  let length: Time
  /// Before the last chord: whole bars, or up to three quarters if the time is too short for one.
  let body: Beat
  /// When the last chord is struck.
  let ending: Time
  /// Quarters a minute, as they are.
  let tempo: Double

  var bars: Int { Int(body.ticks / Beat.bar.ticks) }

  /// The tempo bends by at most this part of it, to bring the ring near to what is wanted.
  static let mostBend = 0.03

  init(length: Time, tempo: Double) {
    let (seconds, quarter) = (length.seconds, 60 / tempo)
    let ring = min(max(4 * quarter, 2), 4, seconds)
    let rest = seconds - ring
    let bars = (rest / (4 * quarter)).rounded()
    let quarters = bars > 0 ? 4 * bars : (rest / quarter).rounded(.down)
    let straight = quarters * quarter
    let bend = bars > 0 ? min(max(rest / straight, 1 - Layout.mostBend), 1 + Layout.mostBend) : 1
    self.length = length
    self.body = Beat(ticks: Int64(quarters) * Beat.perQuarter)
    self.ending = Time(seconds: straight * bend) ?? .zero
    self.tempo = tempo / bend
  }

  /// When a place of the score comes, to the nearest flick. From the ending on, beats go on at the same pace.
  func time(of beat: Beat) -> Time {
    guard body > .zero else {
      return Time(seconds: beat.quarters * 60 / tempo) ?? .zero
    }
    return Time(
      flicks: beat.ticks.scaled(by: ending.flicks, over: body.ticks, rounding: .toNearestOrAwayFromZero))
  }
}
