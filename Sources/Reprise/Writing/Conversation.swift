import Backends
import Graph
import Takes

/// What is said between us and a model until a draft runs: the language, the wish, drafts and their mistakes.
struct Conversation {
  private let wish: String
  private var messages: [ChatServer.Message]

  init(_ wish: String, as form: Writing.Form) {
    self.wish = wish
    messages = [.init(.system, Self.instructions(for: form)), .init(.user, wish)]
  }

  /// The next question.
  func request(to writer: String, model: String, seed: Int) throws(TakeError) -> Request {
    let messages = CanonicalJSON.array(messages.map(\.json))
    let parameters = ["prompt": .string(wish), "messages": messages, "seed": .number(Double(seed))]
    // No token is shorter than a byte.
    let tokens = [String: CanonicalJSON].tokens(read: messages.text.utf8.count, written: Writer.tokenLimit)
    return try Request(.sceneText, backend: writer, model: model, parameters: parameters.merging(tokens) { $1 })
  }

  /// A draft did not run: its mistake is said as a person would read it.
  mutating func sendBack(_ text: String, _ mistake: RepriseError) {
    messages += [
      .init(.assistant, text),
      .init(
        .user,
        """
        This does not run:
        \(mistake.withLine(of: text).prefix(8000))
        Mend it, look for the same mistake elsewhere, and write all of it again, and nothing else.
        """),
    ]
  }

  private static func instructions(for form: Writing.Form) -> String {
    let (task, reference) =
      switch form {
      case .scene: ("a scene: one `return world { … }`", LanguageReference.ofScenesForModels)
      case .recipe: ("a recipe", LanguageReference.forModels)
      }
    return """
      You write for Reprise, which turns short Lua scripts into videos. Somebody says what is to be seen and heard; write \
      \(task) that shows it. Answer with the Lua source alone, in one block of code. A comment in the first line says what \
      it is. Use only what the reference lists: everything else is an error. There are no files to use. Be concrete: set \
      things where they belong, give what happens its times, and let the camera show it.

      \(reference)
      """
  }
}

extension RepriseError {
  /// With the line that it is about.
  fileprivate func withLine(of text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let line, lines.indices.contains(line - 1) else { return description }
    return "\(description)\n  \(line) | \(lines[line - 1].prefix(400))"
  }
}
