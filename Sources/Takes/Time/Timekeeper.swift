internal import Glibc
package import Journal

/// What time it is, and how to let time pass.
package protocol Timekeeper: Sendable {
  /// By the calendar. It may go backwards.
  var now: Moment { get }
  /// Since some start. It never goes backwards, also not while the machine sleeps.
  var uptime: Duration { get }
  /// Lets time pass, at most until somebody wishes to stop.
  func wait(_ duration: Duration, _ stop: Stop)
}

/// The machine's clocks.
package struct MachineClock: Timekeeper {
  private let start = ContinuousClock.now

  package init() {}

  package var now: Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Moment(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
  }

  package var uptime: Duration { start.duration(to: .now) }

  package func wait(_ duration: Duration, _ stop: Stop) { stop.wait(atMost: duration) }
}
