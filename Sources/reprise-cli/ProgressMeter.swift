import Glibc
import Reprise
import Synchronization

/// Shows on standard error how far a rendering is. Any thread may tell it.
final class ProgressMeter: Sendable {
  enum Form {
    case silent
    /// One line, drawn again and again.
    case bar
    /// A plain line now and then, for logs.
    case lines
    /// The same for programs.
    case json

    static var fitting: Form { Machine.isTerminal(STDERR_FILENO) && Machine.variable("TERM") != "dumb" ? .bar : .lines }

    fileprivate var interval: Duration {
      switch self {
      case .silent: .seconds(0)
      case .bar: .milliseconds(100)
      case .lines: .seconds(5)
      case .json: .seconds(1)
      }
    }
  }

  private let form: Form
  private let start: ContinuousClock.Instant
  /// When something was last said.
  private let said: Mutex<ContinuousClock.Instant>

  /// Starts the clock.
  init(_ form: Form, title: String) {
    self.form = form
    start = ContinuousClock.now
    // The bar wants to be seen at once; a line after the title is due when there is something to tell.
    said = Mutex(form == .bar ? start - form.interval : start)
    if form == .lines { ProgressMeter.write(title + "\n") }
  }

  func show(_ progress: RenderProgress) {
    guard form != .silent else { return }
    let now = ContinuousClock.now
    said.withLock { said in
      guard said.duration(to: now) >= form.interval else { return }
      said = now
      say(Pace(progress: progress, elapsed: start.duration(to: now)))
    }
  }

  /// Takes the bar away, so that the line is free for what comes next.
  func close() {
    if form == .bar { ProgressMeter.write(ProgressMeter.clearLine) }
  }

  private func say(_ pace: Pace) {
    switch form {
    case .silent: return
    case .bar: ProgressMeter.write("\r" + pace.bar(columns: Machine.columns(of: STDERR_FILENO)) + "\u{1B}[K")
    case .lines: ProgressMeter.write(pace.words + "\n")
    case .json: ProgressMeter.write(pace.json.text + "\n")
    }
  }

  private static let clearLine = "\r\u{1B}[K"

  /// Where nobody can see it, the work goes on.
  private static func write(_ text: String) {
    try? Console.write(text, to: STDERR_FILENO)
  }
}
