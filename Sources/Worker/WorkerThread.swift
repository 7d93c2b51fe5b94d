package import Confinement
internal import CRecipeWorker
internal import Glibc

/// A worker on a thread of this process.
final class WorkerThread: Runner {
  private var thread: OpaquePointer?

  /// - Parameter socket: Becomes the thread's to close, unless this throws.
  init(socket: Int32) throws(WorkerFailure) {
    guard let thread = recipe_thread_start(socket) else { throw .cannotStart("there is no room for another thread") }
    self.thread = thread
  }

  deinit { end() }

  /// - Precondition: The channel is closed, so that a thread that reads comes to its end.
  func end() {
    guard let thread else { return }
    recipe_thread_stop(thread)
    recipe_thread_join(thread)
    self.thread = nil
  }

  func ending() -> String { "its thread ended" }
}
