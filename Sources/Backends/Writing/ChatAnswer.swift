internal import Graph

/// What a model wrote in one round.
struct ChatAnswer {
  let text: String
  let tokens: Int
  let model: String?

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
    tokens = max(0, json["usage"]?["total_tokens"]?.asWhole ?? 0)
    model = json["model"]?.asText.map { server.shown($0) }
  }
}
