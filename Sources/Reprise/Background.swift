import Dispatch
import Synchronization

/// Work on a thread of its own, whose result is waited for.
final class Background<Value: Sendable>: Sendable {
  private let group = DispatchGroup()
  private let outcome = Mutex<Result<Value, any Error>?>(nil)

  init(_ work: @escaping @Sendable () throws -> Value) {
    DispatchQueue(label: "reprise.background").async(group: group) { [self] in
      let result = Result { try work() }
      outcome.withLock { $0 = result }
    }
  }

  /// Whether it has ended with an error other than being cancelled.
  var hasFailed: Bool {
    outcome.withLock {
      guard case .failure(let error)? = $0 else { return false }
      return !(error is CancellationError)
    }
  }

  /// Waits for the end.
  ///
  /// - Throws: What the work threw, unless it was only stopped.
  func result() throws -> Value? {
    group.wait()
    guard let outcome = outcome.withLock({ $0 }) else { return nil }
    if case .failure(let error) = outcome, error is CancellationError { return nil }
    return try outcome.get()
  }
}
