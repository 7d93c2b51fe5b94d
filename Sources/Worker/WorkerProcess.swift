internal import CRecipeWorker
internal import Glibc

/// A worker in a process, and process group, of its own.
final class WorkerProcess: Worker {
  private let pid: pid_t
  private var status: Int32?

  /// - Parameter socket: Becomes the process's descriptors 0 and 1; the caller closes it.
  init(program: String, socket: Int32) throws(WorkerFailure) {
    var code: Int32 = 0
    pid = recipe_spawn(program, socket, &code)
    guard pid > 0 else { throw .cannotStart("\(program): \(String(cString: strerror(code)))") }
  }

  deinit { end() }

  func end() {
    guard status == nil else { return }
    // Until it is waited for, its number is not given to another process.
    kill(-pid, SIGKILL)
    reap(options: 0)
  }

  private func reap(options: Int32) {
    var status: Int32 = 0
    var found: pid_t
    repeat { found = waitpid(pid, &status, options) } while found < 0 && errno == EINTR
    if found != 0 { self.status = status }
  }

  func ending() -> String {
    // It may have closed the channel a moment before it ended.
    for _ in 0..<50 where status == nil {
      reap(options: WNOHANG)
      if status == nil { usleep(1000) }
    }
    guard let status else { return "it closed its end" }
    let signal = status & 0x7F
    return signal == 0 ? "exit status \(status >> 8 & 0xFF)" : "signal \(signal)"
  }
}
