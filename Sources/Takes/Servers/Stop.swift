internal import Glibc
internal import Synchronization

/// A wish to stop, which any thread may utter, and which wakes whoever waits.
package final class Stop: Sendable {
  package enum Wish: Int, Comparable, Sendable {
    /// Go away; the server works on, and the ticket stays.
    case leave
    /// The server shall stop, too.
    case cancel

    package static func < (a: Wish, b: Wish) -> Bool { a.rawValue < b.rawValue }
  }

  private let wished = Mutex<Wish?>(nil)
  /// Two ends of a line: a byte comes through when somebody wishes to stop, and stays there.
  private let ends: (said: Int32, heard: Int32)?

  /// Where the system has no descriptors left, whoever waits looks every tenth of a second.
  package init() {
    var ends: [Int32] = [-1, -1]
    let made = socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0
    self.ends = made ? (ends[0], ends[1]) : nil
  }

  deinit {
    guard let ends else { return }
    close(ends.said)
    close(ends.heard)
  }

  package var wish: Wish? { wished.withLock { $0 } }

  /// Wishes; a stronger wish takes the place of a weaker one.
  package func set(_ wish: Wish) {
    wished.withLock { $0 = max($0 ?? wish, wish) }
    if let ends { _ = send(ends.said, [1], 1, Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)) }
  }

  /// Becomes readable when somebody wishes to stop: for those who wait for other descriptors, too. Nobody reads from it.
  package var descriptor: Int32? { ends?.heard }

  /// Waits, at most until somebody wishes to stop.
  package func wait(atMost duration: Duration) {
    let end = ContinuousClock.now + duration
    while wish == nil {
      let rest = end - .now
      guard rest > .zero else { return }
      let step = min(rest, ends == nil ? .milliseconds(100) : .seconds(3600))
      var watched = pollfd(fd: ends?.heard ?? -1, events: Int16(POLLIN), revents: 0)
      poll(&watched, 1, Int32(step / .milliseconds(1)) + 1)
    }
  }
}
