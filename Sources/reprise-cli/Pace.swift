import Reprise

/// How far a rendering is, and how fast it goes.
struct Pace {
  let progress: RenderProgress
  let elapsed: Duration

  var percent: Int { Int(fraction * 100) }
  var fraction: Double { Double(progress.framesDone) / Double(max(1, progress.frameCount)) }
  var framesPerSecond: Double { Double(progress.framesDone) / max(elapsed / .seconds(1), 1e-9) }
  var secondsLeft: Double { Double(progress.frameCount - progress.framesDone) / max(framesPerSecond, 1e-9) }

  /// `126 of 300 frames (42%), 87 frames/s, 2 s left`
  var words: String {
    "\(progress.framesDone) of \(progress.frameCount) frames (\(percent)%), "
      + "\(framesPerSecond.rounded(places: framesPerSecond < 10 ? 1 : 0)) frames/s, \(timeLeft) left"
  }

  /// As wide as there is room for: `[#########-----------] 126 of 300 …`
  func bar(columns: Int) -> String {
    let room = min(40, columns - words.count - 4)
    guard room >= 5 else { return String(words.prefix(max(0, columns - 1))) }
    let done = Int(fraction * Double(room))
    return "[" + String(repeating: "#", count: done) + String(repeating: "-", count: room - done) + "] " + words
  }

  var json: JSON {
    .object([
      (
        "progress",
        .object([
          ("framesDone", .number(progress.framesDone)), ("frameCount", .number(progress.frameCount)),
          ("framesPerSecond", .number(framesPerSecond)), ("secondsLeft", .number(secondsLeft)),
        ])
      )
    ])
  }

  /// `42 s`, `3:07`, `1:02:03`
  private var timeLeft: String {
    let seconds = Int(exactly: secondsLeft.rounded(.up)) ?? 0
    guard seconds >= 60 else { return "\(seconds) s" }
    let fields = seconds < 3600 ? [seconds / 60, seconds % 60] : [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return fields.enumerated().map { $0 > 0 && $1 < 10 ? "0\($1)" : "\($1)" }.joined(separator: ":")
  }
}
