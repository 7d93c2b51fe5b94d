import Graph
import Loopback
import Synchronization

@testable import Backends

/// ComfyUI as far as it is spoken with: uploads, a queue that is worked at one job at a time, a history, files.
final class FakeComfy: Sendable {
  private struct State {
    var entries: [(id: String, json: CanonicalJSON)] = []
    var isRunning = false
    var history: [String: CanonicalJSON] = [:]
  }

  /// What it does to a question before all else; nil for the usual.
  let fault: @Sendable (Question) -> Answer?
  private let state = Mutex(State())

  init(fault: @escaping @Sendable (Question) -> Answer? = { _ in nil }) { self.fault = fault }

  static let movie = Array("\u{1A}".utf8) + [0x45, 0xDF, 0xA3] + Array(" a film".utf8)

  func answer(_ question: Question) -> Answer {
    if let answer = fault(question) { return answer }
    let name = question.path.split(separator: "/").last.map(String.init) ?? ""
    switch (question.method, question.path.split(separator: "/").first) {
    case ("POST", "upload"): return .json(#"{"name":"sent.png","subfolder":"in","type":"input"}"#)
    case ("POST", "prompt"): return take(question)
    case ("GET", "queue"): return .json(queue())
    case ("GET", "history"):
      return .json(.object(state.withLock { name == "history" ? $0.history : $0.history.filter { $0.key == name } }))
    case ("POST", "queue"), ("POST", "history"), ("POST", "interrupt"): return drop(question)
    case ("GET", "view"): return .answer(body: Self.movie, type: "video/webm")
    default: return .json("{}", status: 404)
    }
  }

  private func take(_ question: Question) -> Answer {
    state.withLock { state in
      let id = "id-\(state.entries.count + state.history.count + 1)"
      let client = CanonicalJSON.object(["client_id": question.json?["client_id"] ?? .null])
      let entry = CanonicalJSON.array([
        .number(Double(state.entries.count)), .string(id), question.json?["prompt"] ?? .null, client,
      ])
      state.entries.append((id, entry))
      return .json(#"{"prompt_id":"\#(id)","number":1,"node_errors":{}}"#)
    }
  }

  private func queue() -> CanonicalJSON {
    state.withLock { state in
      let running = state.isRunning ? 1 : 0
      return .object([
        "queue_running": .array(state.entries.prefix(running).map(\.json)),
        // The list is a heap: not in order.
        "queue_pending": .array(state.entries.dropFirst(running).map(\.json).reversed()),
      ])
    }
  }

  private func drop(_ question: Question) -> Answer {
    state.withLock { state in
      for id in (question.json?["delete"]?.asItems ?? []).compactMap(\.asText) {
        let first = state.entries.first?.id
        state.entries.removeAll { $0.id == id && !(state.isRunning && id == first) }
        if question.path == "/history" { state.history[id] = nil }
      }
      if question.path == "/interrupt" { state.entries.removeFirst() }
      return .answer(body: [], type: "text/plain")
    }
  }

  /// Begins with the first of the queue.
  func begin() { state.withLock { $0.isRunning = true } }

  /// Ends what runs, with what the history will say.
  func end(_ text: String) throws {
    let json = try CanonicalJSON(parsing: Array(text.utf8))
    state.withLock { state in
      let entry = state.entries.removeFirst()
      state.isRunning = false
      var past = json.asMembers
      past["prompt"] = entry.json
      state.history[entry.id] = .object(past)
    }
  }
}
