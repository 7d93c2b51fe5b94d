internal import Confinement
internal import FoundationEssentials
internal import Glibc

/// A worker of a nursery, and the conversation with it. Belongs to one thread at a time.
final class Conversation<Reply: WorkerReply> {
  /// What messages may have: more than any request asks for.
  private let messageBytes = 16 << 20

  private let nursery: Nursery
  private let pid: Int32
  private let channel: Channel
  private let patience: Patience
  private let terms: Terms
  private var last: (bytes: [UInt8], reply: Reply)?
  /// Set once nothing more can be asked.
  private var ended: (any Error)?
  /// Bytes that the worker had in memory at the most; known when it has ended.
  private var peak: UInt64 = 0

  /// What is the same for all workers of a file.
  struct Terms {
    /// Without all of these nothing is told to the worker that comes from outside.
    var required: Protection
    /// For each thing that is asked.
    var wallClock: Duration
    /// What to say of a worker that came to grief.
    var explain: (Grief) -> any Error
  }

  enum Grief {
    case tooSlow
    /// What it sent.
    case nonsense(String)
    /// How it ended.
    case ended(String)

    /// What is to be said of it, of a process that does `what`.
    func reason(_ what: String) -> String {
      switch self {
      case .tooSlow: "the process that \(what) takes too long"
      case .nonsense(let sent): "the process that \(what) sent what it should not: \(sent)"
      case .ended(let how): "the process that \(what) ended unexpectedly: \(how)"
      }
    }
  }

  /// - Parameters:
  ///   - memory: To share, and whatever else the worker is given.
  ///   - opening: What it is to work on.
  init(_ nursery: Nursery, giving descriptors: [Int32], _ opening: Opening, on terms: Terms) throws {
    (self.nursery, self.terms) = (nursery, terms)
    let (ours, theirs) = try connectedSockets()
    patience = Patience(terms.wallClock)
    channel = Channel(descriptor: ours, messageBytes: messageBytes, patience: patience)
    defer { close(theirs) }
    pid = try nursery.start([theirs] + descriptors)
    try send([UInt8](JSONEncoder().encode(opening)))
    try greet()
  }

  deinit {
    if ended == nil { _ = nursery.end(pid) }
  }

  func ask(_ request: [UInt8]) throws -> Reply {
    patience.left = terms.wallClock
    try send(request)
    return try receive()
  }

  /// The next of several replies.
  func receive() throws -> Reply {
    let bytes = try hear()
    // Pictures of one file are mostly alike.
    if let last, last.bytes == bytes { return last.reply }
    guard let reply = try? Reply(bytes) else { throw refuse("no reply") }
    if let failure = reply.failure { throw failure }
    if bytes.count < 1024 { last = (bytes, reply) }
    return reply
  }

  /// Whether nothing more can be asked.
  var isOver: Bool { ended != nil }

  /// Ends it because it said what does not belong here.
  func refuse(_ what: String) -> any Error {
    end { _ in self.terms.explain(.nonsense(what)) }
  }

  /// Ends it, and says how many bytes it had in memory at the most.
  func finish() -> UInt64 {
    _ = end { self.terms.explain(.ended($0)) }
    return peak
  }

  private func greet() throws {
    guard let protection = Greeting(try hear())?.protection else { throw refuse("no greeting") }
    let missing = terms.required.subtracting(protection)
    guard missing.isEmpty else { throw end { _ in WorkerFailure.unprotected(missing) } }
  }

  private func send(_ message: [UInt8]) throws {
    if let ended { throw ended }
    try converse { () throws(Channel.Failure) in try channel.send(message) }
  }

  private func hear() throws -> [UInt8] {
    if let ended { throw ended }
    return try converse { () throws(Channel.Failure) in try channel.receive() }
  }

  private func converse<R>(_ step: () throws(Channel.Failure) -> R) throws -> R {
    do throws(Channel.Failure) {
      return try step()
    } catch {
      switch error {
      case .timeOut: throw end { _ in self.terms.explain(.tooSlow) }
      case .badLength(let length): throw refuse("a message of \(length) bytes")
      case .closed: throw end { self.terms.explain(.ended($0)) }
      }
    }
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
}

/// What a worker answers.
protocol WorkerReply {
  init(_ bytes: [UInt8]) throws
  /// What went wrong at the worker, if that is the answer.
  var failure: (any Error)? { get }
}
