internal import CRecipeWorker
internal import Glibc

/// A worker in a process, and process group, of its own.
final class WorkerProcess: Runner {
  let pid: pid_t
  private var status: Int32?

  /// - Parameter socket: Becomes the process's descriptors 0 and 1; the caller closes it.
  init(program: String, socket: Int32) throws(WorkerFailure) {
    var code: Int32 = 0
    let pid = recipe_spawn(program, socket, &code)
    // Before `self.pid` is set, or `deinit` would kill group 0, which is ours.
    guard pid > 0 else { throw .cannotStart("\(program): \(String(cString: strerror(code)))") }
    self.pid = pid
  }

  deinit { end() }

  func end() {
    guard status == nil else { return }
    // Until it is waited for, its number is not given to another process.
    kill(-pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    self.status = status
  }

  func ending() -> String {
    // It may have closed the channel a moment before it ended.
    for _ in 0..<50 where recipe_has_ended(pid) == 0 { usleep(1000) }
    guard recipe_has_ended(pid) != 0 else { return "it closed its end" }
    end()
    let status = status ?? 0
    let signal = status & 0x7F
    return signal == 0 ? "exit status \(status >> 8 & 0xFF)" : "signal \(signal)"
  }
}
