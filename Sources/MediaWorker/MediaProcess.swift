internal import Codec
internal import Confinement
internal import Glibc

/// A worker process and the conversation with it. Belongs to one thread at a time.
final class MediaProcess {
  /// What messages may have: more than any request asks for.
  private static let messageBytes = 16 << 20

  private let nursery: Nursery
  private let pid: Int32
  private let path: String
  private let channel: Channel
  private let patience: Patience
  private let limits: MediaLimits
  private var last: (bytes: [UInt8], reply: Reply)?
  /// Set once nothing more can be asked.
  private var ended: (any Error)?
  /// Bytes that it had in memory at the most; known when it has ended.
  private(set) var peak: UInt64 = 0

  init(_ source: ConfinedSource, memory: SharedFrames) throws {
    (nursery, path, limits) = (source.nursery, source.input.path, source.input.limits)
    let (ours, theirs) = try connectedSockets()
    patience = Patience(limits.wallClock)
    channel = Channel(descriptor: ours, messageBytes: Self.messageBytes, patience: patience)
    defer { close(theirs) }
    pid = try nursery.start([theirs, source.input.descriptor, memory.descriptor], memory: limits.memory)
    try greet(requiring: source.required)
    let opening = Request.Opening(path: path, size: source.input.size, limits: limits)
    try send(.open(opening))
  }

  deinit {
    if ended == nil { _ = nursery.end(pid) }
  }

  /// - Throws: `CodecError`: what the worker says of its file, or that it came to grief over it.
  func ask(_ request: Request) throws -> Reply {
    patience.left = limits.wallClock
    try send(request)
    return try receive()
  }

  /// The next of several replies.
  func receive() throws -> Reply {
    let reply = try read()
    if case .failed(let error) = reply { throw checked(error) }
    return reply
  }

  /// Ends it, and says how many bytes it had in memory at the most.
  func finish() -> UInt64 {
    _ = end { self.failure("was ended: \($0)") }
    return peak
  }

  /// Ends it because it said what does not belong here.
  func refuse(_ what: String) -> any Error {
    end { _ in self.failure("sent what it should not: \(what)") }
  }

  private func greet(requiring required: Protection) throws {
    guard case .ready(let protection) = try read() else { throw refuse("no greeting") }
    guard protection.isSuperset(of: required) else {
      throw end { _ in WorkerFailure.unprotected(required.subtracting(protection)) }
    }
  }

  private func send(_ request: Request) throws {
    if let ended { throw ended }
    let message = try request.message()
    try converse { () throws(Channel.Failure) in try channel.send(message) }
  }

  private func read() throws -> Reply {
    if let ended { throw ended }
    let bytes = try converse { () throws(Channel.Failure) in try channel.receive() }
    // Pictures of one file are mostly alike.
    if let last, last.bytes == bytes { return last.reply }
    guard let reply = try? Reply(bytes) else { throw refuse("no reply") }
    if bytes.count < 1024 { last = (bytes, reply) }
    return reply
  }

  private func converse<R>(_ step: () throws(Channel.Failure) -> R) throws -> R {
    do throws(Channel.Failure) {
      return try step()
    } catch {
      switch error {
      case .timeOut: throw end { _ in self.tooSlow }
      case .badLength(let length): throw refuse("a message of \(length) bytes")
      case .closed:
        throw end { self.failure("ended unexpectedly: \($0)") }
      }
    }
  }

  private var tooSlow: CodecError {
    CodecError(
      .tooLarge, path, "takes longer to read than \(limits.wallClock / .seconds(1)) s",
      remedy: "convert it to a file with an index, such as an mp4")
  }

  private func failure(_ what: String) -> CodecError {
    CodecError(.damaged, path, "the process that read it \(what)", remedy: "convert it with another program first")
  }

  /// Ends it; the first reason stays.
  ///
  /// - Parameter reason: Is told how it ended.
  private func end(_ reason: (String) -> any Error) -> any Error {
    if let ended { return ended }
    channel.shut()
    let end = nursery.end(pid)
    let reason = reason(end.how)
    (ended, peak) = (reason, end.peak)
    return reason
  }

  /// What a worker says of its file, without trust in the length of its words.
  private func checked(_ error: CodecError) -> CodecError {
    func short(_ text: String) -> String { String(text.prefix(1000)) }
    return CodecError(error.code, path, short(error.problem), remedy: error.remedy.map(short), cause: error.cause)
  }
}
