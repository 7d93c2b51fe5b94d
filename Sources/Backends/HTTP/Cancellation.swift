internal import Glibc
internal import Synchronization

/// Stops a call that waits in another thread. Cancelled once, it stays so, and stops whatever it is given to later.
package final class Cancellation: Sendable {
  private struct State {
    var isCancelled = false
    var next = 0
    var actions: [Int: @Sendable () -> Void] = [:]
  }

  private let state = Mutex(State())
  /// Waited for beside everything else.
  let descriptor: Int32?

  package init() { descriptor = nil }

  /// Cancelled, too, as soon as something can be read from a descriptor, which nobody does. It outlives this.
  package init(whenReadable descriptor: Int32?) { self.descriptor = descriptor }

  package var isCancelled: Bool { state.withLock(\.isCancelled) || isReadable }

  private var isReadable: Bool {
    guard let descriptor else { return false }
    var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) == 1
  }

  /// Makes every call that it was given to end soon with `.cancelled`. Any thread.
  package func cancel() {
    // Under the lock, so that nobody takes away what is just being called.
    state.withLock { state in
      state.isCancelled = true
      state.actions.values.forEach { $0() }
    }
  }

  /// Runs something that an action can wake. After it the action is not called any more.
  func waking<T, E: Error>(by action: @escaping @Sendable () -> Void, _ body: () throws(E) -> T) throws(E) -> T {
    let number = state.withLock { state in
      state.next += 1
      state.actions[state.next] = action
      return state.next
    }
    defer { state.withLock { _ = $0.actions.removeValue(forKey: number) } }
    return try body()
  }
}
