import Dispatch

extension DispatchQueue {
  /// Runs work that blocks, away from the threads that tasks share.
  func result<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      async { continuation.resume(with: Result { try work() }) }
    }
  }
}
