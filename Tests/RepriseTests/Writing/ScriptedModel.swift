import Graph
import Loopback
import Synchronization

/// A server that speaks `/v1/chat/completions` and says what it was told to say, one answer after another.
final class ScriptedModel: Sendable {
  private let server: LoopbackServer

  /// - Parameter answers: The last is said again and again.
  init(_ answers: [Answer]) {
    let rest = Mutex(answers)
    server = LoopbackServer { _ in rest.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] } }
  }

  var port: Int { server.port }
  var requests: [Question] { server.questions }

  func stop() { server.stop() }

  /// The messages of each question.
  var questions: [[(role: String, text: String)]] {
    get throws {
      try requests.map { request in
        let messages = try JSONObject(request.text)["messages"] as? [[String: String]] ?? []
        return messages.map { ($0["role"] ?? "", $0["content"] ?? "") }
      }
    }
  }
}

extension [LoopbackServer.Step] {
  /// A text, with what the server counts of tokens.
  static func says(_ text: String, asked: Int = 1000, written: Int = 200) -> Answer {
    let message = CanonicalJSON.object(["role": .string("assistant"), "content": .string(text)])
    let usage = ["prompt_tokens": CanonicalJSON.number(Double(asked)), "completion_tokens": .number(Double(written))]
    return .json(
      .object([
        "model": .string("m-1"), "usage": .object(usage),
        "choices": .array([.object(["message": message, "finish_reason": .string("stop")])]),
      ]))
  }
}
