import Glibc
import Synchronization

/// Ctrl-C, and the request to terminate.
///
/// While a video is drawn, the first asks for a clean stop, and the next ends the program at once. Before that there is
/// nothing to clean up, and the first ends it.
enum Interrupt {
  /// The signal that came; 0 for none.
  private static let received = Atomic<Int32>(0)
  private static let isHeldOff = Atomic(false)

  /// What the shell is told: 128 and the signal.
  static var exitCode: Int32 { 128 + (isRaised ? received.load(ordering: .relaxed) : SIGINT) }

  static var isRaised: Bool { received.load(ordering: .relaxed) != 0 }

  /// Listens from now on. A shell's background job listens too, though it was started with Ctrl-C ignored.
  static func listen() {
    // The first use makes them; a handler may only load and store.
    _ = (received.load(ordering: .relaxed), isHeldOff.load(ordering: .relaxed))
    for number in [SIGINT, SIGTERM] { signal(number, receive) }
  }

  /// Runs work that looks at `isRaised` and stops in its own way.
  static func heldOff<Result, Problem: Error>(_ work: () throws(Problem) -> Result) throws(Problem) -> Result {
    isHeldOff.store(true, ordering: .sequentiallyConsistent)
    defer { isHeldOff.store(false, ordering: .sequentiallyConsistent) }
    return try work()
  }

  private static let receive: @convention(c) (Int32) -> Void = { number in
    let isFirst = received.exchange(number, ordering: .sequentiallyConsistent) == 0
    guard isFirst, isHeldOff.load(ordering: .sequentiallyConsistent) else { _exit(128 + number) }
  }
}
