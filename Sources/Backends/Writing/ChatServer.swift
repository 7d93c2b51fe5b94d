package import Graph

/// A model that writes, behind the interface `/v1/chat/completions`.
package struct ChatServer: Sendable {
  private let server: Server
  private let model: String
  /// Of what the model may write at once, in its own tokens.
  package let tokenLimit: Int

  /// - Parameter server: Its address, with `/v1` at the end or without.
  package init(_ server: Server, model: String, tokenLimit: Int = 8192) {
    (self.server, self.model, self.tokenLimit) = (server, model, tokenLimit)
  }

  /// Something that was said in a conversation.
  package struct Message: Hashable, Sendable {
    package enum Role: String, Sendable { case system, user, assistant }

    package let role: Role
    package let text: String

    package init(_ role: Role, _ text: String) { (self.role, self.text) = (role, text) }

    package var json: CanonicalJSON { .object(["role": .string(role.rawValue), "content": .string(text)]) }
  }

  /// What the model answers to a conversation.
  ///
  /// - Parameters:
  ///   - messages: In their order: a list of what `Message.json` gives.
  ///   - seed: For servers that honour one; up to 2⁵³ − 1.
  /// - Throws: `.refused` if the model declines; `.failed` if its answer was cut off; `.nonsense` if it is none.
  package func answer(
    to messages: CanonicalJSON, seed: Int? = nil, _ cancellation: Cancellation? = nil
  ) throws(BackendError) -> ChatAnswer {
    var members: [String: CanonicalJSON] = [
      "model": .string(model), "messages": messages, "max_tokens": .number(Double(tokenLimit)),
      "stream": .boolean(false),
    ]
    members["seed"] = seed.map { .number(Double($0)) }
    let address = server.address.version1(["chat", "completions"])
    let answer = try server.ask(.post, address, body: .json(members), cancellation)
    return try ChatAnswer(server.json(answer, of: "POST /v1/chat/completions"), server)
  }
}
