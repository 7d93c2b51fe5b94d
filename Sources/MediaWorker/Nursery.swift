internal import CConfinement
package import Confinement
internal import Glibc
internal import Synchronization

/// Where media workers come from: a process that has loaded what decodes, once, and makes a copy of itself for each file.
///
/// Any thread may ask; it is started at the first ask, and again if it is lost.
package final class Nursery: Sendable {
  private let program: String
  private let running = Mutex<Running?>(nil)

  private init(program: String) { self.program = program }

  private static let known = Mutex<[String: Nursery]>([:])

  /// The one of this process that starts copies of the program at a path.
  package static func of(program: String) -> Nursery {
    known.withLock { known in
      let nursery = known[program] ?? Nursery(program: program)
      known[program] = nursery
      return nursery
    }
  }

  /// Starts it if it is not there, and does not wait until it is ready.
  package func prepare() { _ = try? running.withLock { try start(&$0) } }

  /// Starts a worker.
  ///
  /// - Parameter descriptors: Its end of a channel, the memory to share, and its file, if it has one. They stay the caller's.
  /// - Returns: Its number among the processes.
  func start(_ descriptors: [Int32]) throws(WorkerFailure) -> Int32 {
    try running.withLock { running throws(WorkerFailure) in
      // A nursery that died is noticed when it does not answer.
      for isLast in [false, true] {
        let socket = try start(&running)
        let pid = nursery_start(socket, descriptors, UInt32(descriptors.count))
        if pid > 0 { return pid }
        running = nil
        if isLast { throw .cannotStart("\(program): \(String(cString: strerror(-pid)))") }
      }
      throw .cannotStart(program)
    }
  }

  /// Ends a worker, whatever it is doing.
  ///
  /// - Returns: How it ended, or was ended, and how many bytes it had in memory at the most.
  func end(_ pid: Int32) -> (how: String, peak: UInt64) {
    running.withLock { running in
      guard let running else { return ("its nursery is gone", 0) }
      var peak: UInt64 = 0
      let status = nursery_end(running.socket, pid, &peak)
      return (status < 0 ? "its nursery is gone" : WorkerProcess.describe(status), peak)
    }
  }

  private func start(_ running: inout Running?) throws(WorkerFailure) -> Int32 {
    if let running { return running.socket }
    let started = try Running(program: program)
    running = started
    return started.socket
  }

  /// A nursery at work. It ends when its socket is closed, and all its workers with it.
  private final class Running {
    let socket: Int32
    private let process: WorkerProcess

    init(program: String) throws(WorkerFailure) {
      let (ours, theirs) = try connectedSockets()
      defer { close(theirs) }
      do {
        process = try WorkerProcess(program: program, socket: theirs)
      } catch {
        close(ours)
        throw error
      }
      socket = ours
    }

    deinit { close(socket) }
  }
}
