import Graph
import Loopback
import Testing

@testable import Backends

/// A model that writes: questions and answers.
@Suite struct ChatServerTests {
  private func answer(_ text: String, _ more: String = #""finish_reason":"stop""#) -> Answer {
    let content = CanonicalJSON.string(text).text
    return .json(
      #"{"model":"m-1","choices":[{"message":{"role":"assistant","content":\#(content)},\#(more)}],"usage":{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7}}"#
    )
  }

  private func said(_ answer: Answer) throws -> (ChatAnswer, Question) {
    let server = LoopbackServer { _ in answer }
    defer { server.stop() }
    let chat = ChatServer(Server(try server.address), model: "m")
    let messages = [ChatServer.Message(.system, "Write Lua."), ChatServer.Message(.user, "a ball falls")]
    return (try chat.answer(to: .array(messages.map(\.json)), seed: 7), server.questions[0])
  }

  @Test func theQuestionIsTheOneThatOpenAIPublished() throws {
    let (answer, question) = try said(answer("return 1"))
    #expect(answer.text == "return 1" && answer.model == "m-1" && answer.asked == 5 && answer.written == 2)
    #expect(question.path == "/v1/chat/completions")
    let text =
      #"{"max_tokens":8192,"messages":[{"content":"Write Lua.","role":"system"},{"content":"a ball falls","role":"user"}],"model":"m","seed":7,"stream":false}"#
    #expect(question.text == text)
  }

  /// What a server counts that cannot be is not counted.
  @Test(arguments: ["-1", "1e300", "0.5", "\"7\"", "null"])
  func nonsenseIsNotCounted(count: String) throws {
    let text = #"{"choices":[{"message":{"content":"a"}}],"usage":{"prompt_tokens":\#(count)}}"#
    #expect(try said(.json(text)).0.asked == nil)
  }

  @Test func refusalsAndCutsAreTold() {
    for (more, expected) in [
      (#""finish_reason":"content_filter""#, "refused"),
      (#""finish_reason":"length""#, "longer than the model may write"),
    ] {
      let error = #expect(throws: BackendError.self) { try said(answer("x", more)) }
      #expect(error?.description.contains(expected) == true)
    }
    for text in [#"{"choices":[]}"#, #"{"choices":[{"message":{"content":null}}]}"#, "{}", #"{"choices":7}"#] {
      let error = #expect(throws: BackendError.self) { try said(.json(text)) }
      #expect(error == .nonsense(place: "POST /v1/chat/completions", problem: "it has no text"))
    }
    let refusal = Answer.json(#"{"choices":[{"message":{"refusal":"I cannot."}}]}"#)
    #expect(throws: BackendError.refused(reason: "I cannot.")) { try said(refusal) }
  }

  @Test(arguments: [
    ("a\n", "a\n"), ("```\na\nb\n```", "a\nb\n"), ("```lua\na", "a\n"), ("x\n```\na\n```\n```\nabc\n```", "abc\n"),
    ("<think>\n```\nlong long long\n```\n</think>\nb", "b\n"), ("  ", "\n"), ("", "\n"),
    ("  ```lua\n  a\n  ```", "a\n"),
    ("a ``` b", "a ``` b\n"), ("<think> never done", "<think> never done\n"),
  ])
  func fencesAreTakenOff(text: String, inside: String) { #expect(Fence.contents(of: text) == inside) }
}
