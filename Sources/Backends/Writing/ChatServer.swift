internal import Graph

/// A model that writes, behind the interface `/v1/chat/completions`.
package struct ChatServer: Sendable {
  private let server: Server
  private let model: String
  /// Of what is sent in one question, in bytes.
  private let questionLimit: Int
  /// Of what the model may write at once, in its own tokens.
  private let tokenLimit: Int

  /// - Parameter server: Its address, with `/v1` at the end or without.
  package init(_ server: Server, model: String, questionLimit: Int = 1 << 20, tokenLimit: Int = 8192) {
    (self.server, self.model) = (server, model)
    (self.questionLimit, self.tokenLimit) = (questionLimit, tokenLimit)
  }

  /// What was written, and what it took.
  package struct Draft: Hashable, Sendable {
    package let text: String
    /// What was still wrong with it; nil if nothing was.
    package let mistakes: String?
    /// Questions that were asked, from 1.
    package let rounds: Int
    /// Tokens that the server counted, of questions and answers; 0 if it does not count.
    package let tokens: Int
    package let model: String
  }

  /// Has a wish written out, checks what comes, and sends it back with its mistakes.
  ///
  /// - Parameters:
  ///   - instructions: What the model has to know: the language's reference.
  ///   - rounds: Questions at most, from 1 to 10.
  ///   - seed: For servers that honour one; up to 2⁵³ − 1.
  ///   - check: What is wrong with a text, in words that the model understands; nil if nothing is.
  /// - Returns: The first text without mistakes, or the last with them.
  /// - Throws: `.refused` if the model declines; `.unsupported` if the conversation becomes too long.
  package func write(
    _ wish: String, instructions: String, rounds: Int = 3, seed: Int? = nil, _ cancellation: Cancellation? = nil,
    check: (String) -> String?
  ) throws(BackendError) -> Draft {
    var messages = [Message(.system, instructions), Message(.user, wish)]
    var (round, tokens) = (1, 0)
    while true {
      let answer = try ask(messages, seed: seed, cancellation)
      tokens = tokens.addingReportingOverflow(answer.tokens).partialValue
      let text = Fence.contents(of: answer.text)
      let mistakes = check(text)
      guard let mistakes, round < min(rounds, 10) else {
        return Draft(text: text, mistakes: mistakes, rounds: round, tokens: tokens, model: answer.model ?? model)
      }
      messages += [Message(.assistant, answer.text), Message(.user, Self.request(to: mistakes))]
      round += 1
    }
  }

  private static func request(to mistakes: String) -> String {
    "This does not work yet:\n\(mistakes.prefix(8000))\nWrite all of it again, with these mistakes mended, and nothing else."
  }

  struct Message {
    enum Role: String { case system, user, assistant }

    let role: Role
    let text: String

    init(_ role: Role, _ text: String) { (self.role, self.text) = (role, text) }

    var json: CanonicalJSON { .object(["role": .string(role.rawValue), "content": .string(text)]) }
  }

  private func ask(
    _ messages: [Message], seed: Int?, _ cancellation: Cancellation?
  ) throws(BackendError) -> ChatAnswer {
    let count = messages.reduce(0) { $0 + $1.text.utf8.count }
    guard count <= questionLimit else {
      throw .unsupported(
        parameter: "a conversation of", value: "\(count) bytes", wanted: "wish for less than \(questionLimit)")
    }
    var members: [String: CanonicalJSON] = [
      "model": .string(model), "messages": .array(messages.map(\.json)), "max_tokens": .number(Double(tokenLimit)),
      "stream": .boolean(false),
    ]
    members["seed"] = seed.map { .number(Double($0)) }
    let address = server.address.version1(["chat", "completions"])
    let answer = try server.ask(.post, address, body: .json(members), cancellation)
    return try ChatAnswer(server.json(answer, of: "POST /v1/chat/completions"), server)
  }
}
