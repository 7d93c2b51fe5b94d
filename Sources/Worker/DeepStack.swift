package import Confinement
internal import Glibc

/// A thread with room on its stack for evaluations inside evaluations.
///
/// Each takes some kilobytes of the host's stack while it waits, and a host may call from a thread that has half a
/// megabyte. The thread must outlive the workers that are started on it: the system ends a worker when that thread ends.
package enum DeepStack {
  /// Reserved; only what is used is taken.
  private static let bytes = 256 << 20

  /// Does something on such a thread, while the caller waits.
  package static func run<R>(_ body: () throws -> R) throws -> R {
    var result: Result<R, any Error>?
    try withoutActuallyEscaping({ result = Result(catching: body) }) { try wait(for: Errand($0)) }
    guard let result else { throw WorkerFailure.died("its thread ended") }
    return try result.get()
  }

  private final class Errand {
    let body: () -> Void

    init(_ body: @escaping () -> Void) { self.body = body }
  }

  private static func wait(for errand: Errand) throws(WorkerFailure) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    var thread = pthread_t()
    // Safe because the errand lives until the thread has been waited for.
    let context = Unmanaged.passRetained(errand)
    defer { context.release() }
    guard pthread_attr_setstacksize(&attributes, bytes) == 0,
      pthread_create(&thread, &attributes, start, context.toOpaque()) == 0
    else { throw .cannotStart("there is no room for another thread") }
    pthread_join(thread, nil)
  }

  private static let start: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
    guard let context else { return nil }
    Unmanaged<Errand>.fromOpaque(context).takeUnretainedValue().body()
    return nil
  }
}
