import Backends
import Graph
import Loopback
import Synchronization

@testable import Takes

/// A rehearsed server as HTTP, and the adapter that speaks with it. In every error it says the key that it was asked with.
final class WiredServer: Sendable {
  enum Manner: CaseIterable, Sendable {
    /// `/v1/videos`, where a key that is sent again gives the same job.
    case keyed
    /// `/v1/videos`, where nothing can be found again.
    case forgetful
    /// Queue and history.
    case comfy
  }

  let loopback: LoopbackServer
  let backend: VideoBackend

  /// - Parameter hangs: Whether the first question that gets no answer is left to hang, which takes real time; the others
  ///   are hung up on.
  init(_ manner: Manner, _ server: RehearsedServer, key: Key, hangs: Bool) throws {
    let hangs = Once(hangs)
    loopback = LoopbackServer { question in
      do throws(Fault) {
        return manner == .comfy ? try server.comfy(question) : try server.videos(question)
      } catch {
        if error == .lost("no answer"), hangs.take() { return [.hang] }
        return .said(error, to: question)
      }
    }
    backend = VideoBackend(
      "films", model: "tide-2", try WiredServer.maker(manner, loopback, key),
      tariff: try Tariff([.request(.usd(800_000))])
    ) { _ in throw Fault.unknown }
  }

  deinit { loopback.stop() }

  private static func maker(_ manner: Manner, _ loopback: LoopbackServer, _ key: Key) throws -> any VideoMaking {
    // Long enough for a busy machine: an answer that is only late would be one that the server's clock knows nothing of.
    let limits = HTTPLimits(connecting: .seconds(5), silence: .milliseconds(1500), whole: .seconds(9))
    let server = Server(try loopback.address, key: key, client: HTTPClient(limits: limits))
    guard manner == .comfy else {
      let keyTime = manner == .keyed ? Duration.seconds(3600) : nil
      return VideosServer(server, model: "tide-2", offer: .vllmOmni, keyTime: keyTime)
    }
    let names = #"{"prompt":"1.text","seconds":"1.seconds","width":"1.width","height":"1.height"}"#
    let file = #"{"1":{"class_type":"Film","inputs":{"text":"","seconds":1,"width":1,"height":1}}}"#
    return try ComfyServer(server, Workflow(Array(file.utf8), names: Array(names.utf8)))
  }
}

extension RehearsedServer {
  /// The interface `/v1/videos`.
  fileprivate func videos(_ question: Question) throws(Fault) -> Answer {
    let names = question.path.split(separator: "/").dropFirst(2).map(String.init)
    guard let name = names.first, let job = JobID(name) else {
      let id = try order(question.ticket(question.fields["idempotency-key"]))
      return .json(#"{"id":"\#(id)","status":"queued","model":"tide-2"}"#)
    }
    if question.method == "DELETE" {
      try cancel(job, .short)
      return .json(#"{"id":"\#(job)","deleted":true}"#)
    }
    return names.count > 1 ? try film(job) : try video(job, question)
  }

  private func video(_ job: JobID, _ question: Question) throws(Fault) -> Answer {
    let said =
      switch try poll(job, .short).standing {
      case .queued: #""status":"queued""#
      case .running: #""status":"in_progress","progress":40"#
      case .done: #""status":"completed","model":\#(question.gossip)"#
      case .failed: #""status":"failed","error":{"code":"server_error","message":\#(question.gossip)}"#
      case .refused: #""status":"failed","error":{"code":"moderation_blocked","message":\#(question.gossip)}"#
      case .expired: #""status":"completed","expires_at":1000"#
      case .cancelled: throw .unknown
      }
    return .json(#"{"id":"\#(job)",\#(said)}"#, ["openai-poll-after-ms: 3000"])
  }

  /// A file that is cut short has the length of the whole before it.
  private func film(_ job: JobID) throws(Fault) -> Answer {
    let (content, announced) = try deliver(job)
    let length = announced.byteCount ?? content.utf8.count
    return .raw(
      "HTTP/1.1 200 OK\r\nContent-Type: \(announced.type ?? "")\r\nContent-Length: \(length)\r\n\r\n\(content)")
  }
}

extension RehearsedServer {
  /// ComfyUI's interface.
  fileprivate func comfy(_ question: Question) throws(Fault) -> Answer {
    let names = question.path.split(separator: "/").map(String.init)
    switch (question.method, names[0]) {
    case ("POST", "prompt"):
      guard case .string(let key)? = question.member("client_id") else { throw .rejected("no client_id") }
      return .json(#"{"prompt_id":"\#(try order(question.ticket(key)))","number":1,"node_errors":{}}"#)
    case ("POST", "interrupt"):
      if case .string(let id)? = question.member("prompt_id"), let job = JobID(id) { try cancel(job, .short) }
      return .json("{}")
    case ("POST", _):
      _ = try list()
      return .json("{}")
    case (_, "queue"):
      let waiting = try list().filter { $0.done > clock.uptime }
      return .json(.object(["queue_running": .array(waiting.map(\.entry)), "queue_pending": .array([])]))
    case (_, "history"):
      let past = try list().filter { $0.done <= clock.uptime && (names.count == 1 || $0.id.text == names[1]) }
      return .json(.object(Dictionary(past.map { ($0.id.text, $0.past(question)) }) { first, _ in first }))
    default:
      guard let job = JobID(String(question.query.dropFirst("filename=".count).prefix { $0 != "." })) else {
        throw .unknown
      }
      return try film(job)
    }
  }
}

extension RehearsedServer.Job {
  fileprivate var entry: CanonicalJSON {
    .array([.number(1), .string(id.text), .object([:]), .object(["client_id": .string(key.text)])])
  }

  fileprivate func past(_ question: Question) -> CanonicalJSON {
    let failure = CanonicalJSON.object(["exception_message": .string(question.fields["authorization"] ?? "")])
    let file = CanonicalJSON.object(["filename": .string("\(id).mp4"), "type": .string("output")])
    return .object([
      "prompt": entry, "outputs": fate == 2 ? .object([:]) : .object(["9": .object(["videos": .array([file])])]),
      "status": .object(["messages": .array(fate == 2 ? [.array([.string("execution_error"), failure])] : [])]),
    ])
  }
}

extension Call {
  fileprivate static var short: Call { Call(patience: .seconds(1), stop: Stop()) }
}

extension Question {
  /// What it was asked with, as a text of JSON.
  fileprivate var gossip: String { CanonicalJSON.string("\(fields["authorization"] ?? "") is what you sent").text }

  fileprivate func member(_ name: String) -> CanonicalJSON? {
    guard case .object(let members)? = json else { return nil }
    return members[name]
  }

  fileprivate func ticket(_ text: String?) throws(Fault) -> Ticket.ID {
    guard let ticket = Ticket.ID(text ?? "") else { throw .rejected("no key") }
    return ticket
  }
}

extension Answer {
  /// A fault as it looks from outside.
  static func said(_ fault: Fault, to question: Question) -> Answer {
    let error = #"{"error":{"message":\#(question.gossip)}}"#
    switch fault {
    case .busy(let pause): return .json(error, status: 429, ["Retry-After: \(pause?.components.seconds ?? 1)"])
    case .unreachable: return [.reset]
    case .lost("cut off"): return .raw("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"id\":")
    case .lost("no answer"): return []
    case .lost: return .json(error, status: 500)
    case .spoilt: return .json(#"{"id":\#(question.gossip)"#)
    case .refused:
      return .json(#"{"error":{"code":"moderation_blocked","message":\#(question.gossip)}}"#, status: 400)
    case .rejected: return .json(error, status: 409)
    case .unknown: return .json(error, status: 404)
    }
  }
}

/// True at most once.
private final class Once: Sendable {
  private let isLeft: Mutex<Bool>

  init(_ isLeft: Bool) { self.isLeft = Mutex(isLeft) }

  func take() -> Bool {
    isLeft.withLock { isLeft in
      defer { isLeft = false }
      return isLeft
    }
  }
}
