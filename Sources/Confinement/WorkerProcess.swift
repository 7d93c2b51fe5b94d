internal import CConfinement
package import Glibc

/// A worker in a process, and process group, of its own.
package final class WorkerProcess: Runner {
  package let pid: pid_t
  private var status: Int32?

  /// - Parameter socket: Becomes the process's descriptors 0 and 1; the caller closes it.
  package init(program: String, socket: Int32) throws(WorkerFailure) {
    var code: Int32 = 0
    let pid = confinement_spawn(program, socket, &code)
    // Before `self.pid` is set, or `deinit` would kill group 0, which is ours.
    guard pid > 0 else { throw .cannotStart("\(program): \(String(cString: strerror(code)))") }
    self.pid = pid
  }

  deinit { end() }

  package func end() {
    guard status == nil else { return }
    // Until it is waited for, its number is not given to another process.
    kill(-pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    self.status = status
  }

  package func ending() -> String {
    // It may have closed the channel a moment before it ended.
    for _ in 0..<50 where !confinement_has_ended(pid) { usleep(1000) }
    guard confinement_has_ended(pid) else { return "it closed its end" }
    end()
    return Self.describe(status ?? 0)
  }

  /// How a process ended, by the status that `waitpid` gave.
  package static func describe(_ status: Int32) -> String {
    let signal = status & 0x7F
    return signal == 0 ? "exit status \(status >> 8 & 0xFF)" : "signal \(signal)"
  }
}
