import Graph
import Loopback
import Synchronization
import Testing

@testable import Backends

/// A model that writes, and what is done about its mistakes.
@Suite struct ChatServerTests {
  private func answer(_ text: String, _ more: String = #""finish_reason":"stop""#) -> Answer {
    let content = CanonicalJSON.string(text).text
    return .json(
      #"{"model":"m-1","choices":[{"message":{"role":"assistant","content":\#(content)},\#(more)}],"usage":{"total_tokens":7}}"#
    )
  }

  private func writing(_ answers: [Answer], rounds: Int = 3, check: (String) -> String?) throws -> (
    ChatServer.Draft, [Question]
  ) {
    let rest = Mutex(answers)
    let server = LoopbackServer { _ in rest.withLock { $0.isEmpty ? [] : $0.removeFirst() } }
    defer { server.stop() }
    let chat = ChatServer(Server(try server.address), model: "m", questionLimit: 10_000)
    let draft = try chat.write("a ball falls", instructions: "Write Lua.", rounds: rounds, seed: 7, check: check)
    return (draft, server.questions)
  }

  @Test func theQuestionIsTheOneThatOpenAIPublished() throws {
    let (draft, questions) = try writing([answer("return 1")]) { _ in nil }
    #expect(draft == .init(text: "return 1\n", mistakes: nil, rounds: 1, tokens: 7, model: "m-1"))
    #expect(questions[0].path == "/v1/chat/completions")
    let text =
      #"{"max_tokens":8192,"messages":[{"content":"Write Lua.","role":"system"},{"content":"a ball falls","role":"user"}],"model":"m","seed":7,"stream":false}"#
    #expect(questions[0].text == text)
  }

  @Test func mistakesAreSentBackUntilThereAreNone() throws {
    let (draft, questions) = try writing([answer("```lua\nbad\n```"), answer("Here:\n```lua\ngood\n```\nDone.")]) {
      $0 == "good\n" ? nil : "line 1: bad"
    }
    #expect(draft.text == "good\n" && draft.rounds == 2 && draft.tokens == 14 && draft.mistakes == nil)
    let messages = questions[1].json?["messages"]?.asItems ?? []
    #expect(messages.map { $0["role"]?.asText } == ["system", "user", "assistant", "user"])
    #expect(messages[3]["content"]?.asText?.contains("line 1: bad") == true)
  }

  @Test(arguments: [(1, 1), (3, 3), (0, 1), (100, 10)])
  func roundsAreBounded(rounds: Int, asked: Int) throws {
    let (draft, questions) = try writing([Answer](repeating: answer("bad"), count: 20), rounds: rounds) { _ in "no" }
    #expect(draft.mistakes == "no" && draft.rounds == asked && questions.count == asked)
  }

  @Test func aConversationThatGrowsTooLongEnds() {
    let long = [Answer](repeating: answer(String(repeating: "a", count: 6000)), count: 5)
    let error = #expect(throws: BackendError.self) { try writing(long) { _ in "no" } }
    #expect(error?.description.contains("less than 10000") == true)
  }

  @Test func refusalsAndCutsAreTold() {
    for (more, expected) in [
      (#""finish_reason":"content_filter""#, "refused"),
      (#""finish_reason":"length""#, "longer than the model may write"),
    ] {
      let error = #expect(throws: BackendError.self) { try writing([answer("x", more)]) { _ in nil } }
      #expect(error?.description.contains(expected) == true)
    }
    for text in [#"{"choices":[]}"#, #"{"choices":[{"message":{"content":null}}]}"#, "{}", #"{"choices":7}"#] {
      let error = #expect(throws: BackendError.self) { try writing([.json(text)]) { _ in nil } }
      #expect(error == .nonsense(place: "POST /v1/chat/completions", problem: "it has no text"))
    }
    let refusal = Answer.json(#"{"choices":[{"message":{"refusal":"I cannot."}}]}"#)
    #expect(throws: BackendError.refused(reason: "I cannot.")) { try writing([refusal]) { _ in nil } }
  }

  @Test(arguments: [
    ("a\n", "a\n"), ("```\na\nb\n```", "a\nb\n"), ("```lua\na", "a\n"), ("x\n```\na\n```\n```\nabc\n```", "abc\n"),
    ("<think>\n```\nlong long long\n```\n</think>\nb", "b\n"), ("  ", "\n"), ("", "\n"),
    ("  ```lua\n  a\n  ```", "a\n"),
    ("a ``` b", "a ``` b\n"), ("<think> never done", "<think> never done\n"),
  ])
  func fencesAreTakenOff(text: String, inside: String) { #expect(Fence.contents(of: text) == inside) }
}
