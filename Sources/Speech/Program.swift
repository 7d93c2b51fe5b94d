internal import Glibc

/// A running program, its input and its output. Belongs to one thread.
package struct Program: ~Copyable {
  /// Why a program gave nothing, as a clause.
  package struct Failure: Error, Hashable, Sendable {
    package let reason: String
  }

  private let pid: pid_t
  /// A socket, because a write to a pipe that nobody reads from would end this process.
  private var input: Int32
  private let output: Int32

  /// - Throws: `Failure` if it cannot be started.
  private init(_ arguments: [String]) throws(Failure) {
    var (sockets, pipes): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard !arguments.isEmpty, socketpair(AF_UNIX, type, 0, &sockets) == 0, pipe(&pipes) == 0 else {
      throw Failure(reason: "a program cannot be started")
    }
    defer { [sockets[1], pipes[1]].forEach { close($0) } }
    for end in pipes { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var pid: pid_t = 0
    let code = Self.spawn(arguments, input: sockets[1], output: pipes[1], &pid)
    guard code == 0 else {
      [sockets[0], pipes[0]].forEach { close($0) }
      throw Failure(reason: "\(arguments[0]) cannot be started: \(String(cString: strerror(code)))")
    }
    (self.pid, input, output) = (pid, sockets[0], pipes[0])
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    _ = fcntl(output, F_SETFL, O_NONBLOCK)
  }

  /// In a group of its own, so that what it starts ends with it.
  private static func spawn(_ arguments: [String], input: Int32, output: Int32, _ pid: inout pid_t) -> Int32 {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, input, 0)
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    return posix_spawnp(&pid, arguments[0], &actions, &attributes, &words, environ)
  }

  /// Gives it all of its input and takes all of its output.
  ///
  /// - Returns: Nil if it takes longer or gives more than it may, or was cancelled.
  private mutating func exchange(
    _ bytes: [UInt8], until deadline: ContinuousClock.Instant, atMost limit: Int, _ isCancelled: (() -> Bool)?
  ) -> [UInt8]? {
    var (rest, taken) = (bytes[...], [UInt8]())
    // Nobody wakes this thread: it looks twenty times a second whether it was cancelled.
    let longest: Duration = isCancelled == nil ? .seconds(3600) : .milliseconds(50)
    if rest.isEmpty { closeInput() }
    while taken.count <= limit, isCancelled?() != true {
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { return nil }
      var files = [
        pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
      ]
      poll(&files, 2, Int32(min(left, longest) / .milliseconds(1)) + 1)
      if files[1].revents != 0, !give(&rest) || rest.isEmpty { closeInput() }
      if files[0].revents != 0, !take(&taken) { return taken.count <= limit ? taken : nil }
    }
    return nil
  }

  private mutating func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// False if nobody reads any more.
  private func give(_ rest: inout ArraySlice<UInt8>) -> Bool {
    let count = rest.withUnsafeBytes { send(input, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    if count > 0 { rest = rest.dropFirst(count) }
    return count > 0 || errno == EAGAIN || errno == EINTR
  }

  /// False at the end.
  private func take(_ taken: inout [UInt8]) -> Bool {
    let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      let count = read(output, buffer.baseAddress, buffer.count)
      if count > 0 { taken += buffer.prefix(count) }
      return count
    }
    return count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
  }

  /// Waits for its end until an instant, and then makes it end, with all that it started.
  ///
  /// - Returns: What it ended with: 0 to 255, or 256 and the signal.
  private consuming func finish(until deadline: ContinuousClock.Instant) -> Int32 {
    closeInput()
    close(output)
    var status: Int32 = 0
    while waitpid(pid, &status, WNOHANG) == 0 {
      // Until it is waited for, its number is not given to another.
      if ContinuousClock.now >= deadline { kill(-pid, SIGKILL) }
      usleep(1000)
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 256 + (status & 0x7F)
  }
}

extension Program {
  /// Runs a program from its start to its end, within bounds. Blocks.
  ///
  /// - Parameters:
  ///   - arguments: Its path, and what it is told.
  ///   - input: What it can read.
  ///   - byteCount: Of what it writes.
  ///   - isCancelled: Is asked twenty times a second; true ends the program.
  /// - Throws: `Failure` if the program cannot be started, takes too long, gives too much, or ends with another status
  ///   than 0.
  package static func output(
    of arguments: [String], given input: [UInt8], within time: Duration, atMost byteCount: Int,
    isCancelled: (() -> Bool)? = nil
  ) throws(Failure) -> [UInt8] {
    let deadline = ContinuousClock.now + time
    var program = try Program(arguments)
    let output = program.exchange(input, until: deadline, atMost: byteCount, isCancelled)
    let status = program.finish(until: output == nil ? .now : deadline)
    guard let output else { throw Failure(reason: "\(arguments[0]) takes too long, or gives too much") }
    guard status == 0 else { throw Failure(reason: "\(arguments[0]) ended with status \(status)") }
    return output
  }
}
