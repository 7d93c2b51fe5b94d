internal import Graph

/// What a model wrote.
package struct ChatAnswer: Hashable, Sendable {
  package let text: String
  /// Tokens of the question and of the answer; nil if the server does not count.
  package let asked: Int?
  package let written: Int?
  /// As the server calls it.
  package let model: String?

  /// - Throws: `.refused` if the model or a filter declines; `.failed` if it was cut off; `.nonsense` for anything else
  ///   that is no text.
  init(_ json: CanonicalJSON, _ server: Server) throws(BackendError) {
    let choice = json["choices"]?.asItems.first
    let message = choice?["message"]
    let ending = choice?["finish_reason"]?.asText
    if let reason = message?["refusal"]?.asText { throw .refused(reason: server.shown(reason)) }
    guard ending != "content_filter" else { throw .refused(reason: "the server's filter took the answer away") }
    guard ending != "length" else {
      throw .failed(reason: "the answer is longer than the model may write; wish for less")
    }
    guard let text = message?["content"]?.asText, text.contains(where: { !$0.isWhitespace }) else {
      throw .nonsense(place: "POST /v1/chat/completions", problem: "it has no text")
    }
    self.text = text
    let usage = json["usage"]
    asked = usage?["prompt_tokens"]?.asCount
    written = usage?["completion_tokens"]?.asCount
    model = json["model"]?.asText.map { server.shown($0) }
  }
}

extension CanonicalJSON {
  /// A number of tokens: no server counts to a billion.
  fileprivate var asCount: Int? { asWhole.flatMap { (0...1_000_000_000).contains($0) ? $0 : nil } }
}
