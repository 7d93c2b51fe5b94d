import Foundation
package import Glibc

/// A process of one program, whose output goes to files, so that no pipe can fill up and hold it.
///
/// Foundation's `Process` is not used: it hears of an end through a socket and a run loop, and now and then never does.
package final class Child {
  /// How a process ended.
  package enum End: Equatable, Sendable {
    /// By itself, with this status.
    case exit(Int32)
    /// By this signal.
    case signal(Int32)
  }

  /// Where it reads from and writes to: paths.
  package struct Streams {
    package var input = "/dev/null"
    package var output = "/dev/null"
    package var errors = "/dev/null"

    package init() {}
  }

  package struct Failure: Error, CustomStringConvertible { package let description: String }

  package let identifier: pid_t
  private var end: End?

  /// Starts it.
  ///
  /// - Parameters:
  ///   - program: A path, or the name of one that lies on the `PATH`.
  ///   - folder: Where it works; here if left out.
  ///   - environment: All that it has; what this process has if left out.
  package init(
    _ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String]? = nil,
    streams: Streams = Streams()
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, streams.input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, streams.output, O_WRONLY | O_CREAT | O_APPEND | O_NOCTTY, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, streams.errors, O_WRONLY | O_CREAT | O_APPEND | O_NOCTTY, 0o644)

    let line = (folder.map { ["env", "-C", $0] } ?? []) + [program] + arguments
    let words = line.map { strdup($0) } + [nil]
    let variables = (environment ?? ProcessInfo.processInfo.environment).map { strdup("\($0)=\($1)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var identifier: pid_t = 0
    let error = posix_spawnp(&identifier, line[0], &actions, nil, words, variables)
    guard error == 0 else { throw Failure(description: "\(program): \(String(cString: strerror(error)))") }
    self.identifier = identifier
  }

  deinit {
    guard isRunning else { return }
    send(SIGKILL)
    wait()
  }

  package var isRunning: Bool { look(WNOHANG) == nil }

  package func send(_ signal: Int32) {
    if isRunning { kill(identifier, signal) }
  }

  @discardableResult
  package func wait() -> End {
    while true {
      if let end = look(0) { return end }
    }
  }

  private func look(_ options: Int32) -> End? {
    var status: Int32 = 0
    guard end == nil, waitpid(identifier, &status, options) == identifier else { return end }
    // As <sys/wait.h> has it: the signal in the lowest seven bits, the status in the eight above them.
    end = status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
    return end
  }
}
