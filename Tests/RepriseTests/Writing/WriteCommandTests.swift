import Foundation
import Loopback
import Testing

/// `reprise write` with a model that says what the test wants it to.
struct WriteCommandTests {
  private static let good = """
    -- A ball falls.
    return world { seconds = 1, things = { ball = { "basketball", at = { 0, 1, 0 } } } }
    """
  private static let bad = """
    -- A ball falls.
    return world { seconds = 1, things = { ball = { "basketbal", at = { 0, 1, 0 } } } }
    """

  /// What a run came to, and what the model was asked.
  private struct Result {
    let outcome: Program.Outcome
    let model: ScriptedModel
    let folder: Folder

    var text: String { outcome.output }
    var asked: Int { model.requests.count }
  }

  private func write(
    _ answers: [Answer], _ more: [String] = [], times: Int = 1, writer: String = "",
    environment: [String: String] = [:], file: (name: String, text: String)? = nil
  ) throws -> Result {
    let model = ScriptedModel(answers)
    defer { model.stop() }
    let folder = try Folder([
      "backends.json":
        #"{ "writers": { "local": { "server": "http://127.0.0.1:\#(model.port)", "model": "m"\#(writer) } } }"#
    ])
    if let file { try folder.write(file.text, to: file.name) }
    let program = Program(folder: folder, environment: environment)
    var outcome: Program.Outcome?
    for _ in 1...times {
      outcome = try program.run(["write", "a ball falls", "--backends", "backends.json"] + more)
    }
    return Result(outcome: try #require(outcome), model: model, folder: folder)
  }

  @Test func whatIsRightAtOnceIsShownAndNotDrawn() throws {
    let result = try write([.says("Here it is:\n```lua\n\(Self.good)\n```\nEnjoy!")])
    #expect(result.outcome.status == 0, "\(result.outcome.errors)")
    #expect(result.text == Self.good + "\n")
    #expect(result.outcome.errors.contains("m-1: draft 1, 1200 tokens, free"))
    #expect(try result.folder.names == ["backends.json"])
    let question = try #require(try result.model.questions.first)
    #expect(question.map(\.role) == ["system", "user"] && question[1].text == "a ball falls")
    #expect(question[0].text.contains("basketball hoop") && question[0].text.contains("`actions"))
  }

  @Test func aMistakeGoesBackAsAPersonWouldReadIt() throws {
    let result = try write([.says(Self.bad), .says(Self.good)], ["-o", "scene.lua"])
    #expect(result.outcome.status == 0, "\(result.outcome.errors)")
    #expect(result.text == "scene.lua is written\n")
    #expect(result.folder.read("scene.lua") == Data((Self.good + "\n").utf8))
    let messages = try result.model.questions[1]
    #expect(messages.map(\.role) == ["system", "user", "assistant", "user"])
    #expect(messages[2].text == Self.bad + "\n")
    for words in [
      "draft.lua:2: world: things.ball: there is no thing \"basketbal\"", "did you mean \"basketball\"?",
      "2 | return world {",
    ] { #expect(messages[3].text.contains(words), "\(messages[3].text)") }
    #expect(result.outcome.errors.contains("draft 2, 1200 tokens, free"))
  }

  @Test func whatIsNeverRightEndsAndIsKeptWithItsMistake() throws {
    let result = try write([.says(Self.bad)], ["--rounds", "2", "-o", "scene.lua"])
    #expect(result.outcome.status == 1 && result.asked == 2)
    #expect(result.folder.read("scene.lua") == Data((Self.bad + "\n").utf8))
    #expect(result.outcome.errors.contains("error: draft.lua:2: world: things.ball: there is no thing"))
  }

  /// The same wish costs nothing the second time, and needs no server.
  @Test func answersAreRecorded() throws {
    let result = try write([.says(Self.bad), .says(Self.good)], times: 2)
    #expect(result.outcome.status == 0 && result.text == Self.good + "\n" && result.asked == 2)
    #expect(result.outcome.errors.contains("draft 2, 1200 tokens, free, recorded"), "\(result.outcome.errors)")
    let takes = try Program(folder: result.folder)("takes").output
    #expect(takes.contains("local  scene text 1  free  \"a ball falls\""), "\(takes)")
  }

  @Test func aRecipeMayUseAllWordsAndASceneMustBeOne() throws {
    let card = "return text \"Hello\":lasting(1)"
    let recipe = try write([.says(card)], ["--as", "recipe"])
    #expect(recipe.outcome.status == 0 && recipe.text == card + "\n", "\(recipe.outcome.errors)")
    #expect(try recipe.model.questions[0][0].text.contains("clip:trim("))
    let scene = try write([.says(card), .says(Self.good)])
    #expect(scene.outcome.status == 0 && scene.asked == 2)
    #expect(try scene.model.questions[1][3].text.contains("it shows no scene; wanted return world"))
  }

  /// What it writes is run as a stranger's recipe is, with nothing of ours in its reach.
  @Test(arguments: [
    ("while true do end", "Is there an endless loop?"),
    ("return video(\"backends.json\")", "there is no file \"backends.json\""),
    ("return image(\"/etc/passwd\")", "there is no file"), ("return remix(\"a@b\")", "there is no post"),
    ("local f = io.open(\"backends.json\")", "there is no \"io\""),
    ("return say(\"hi\", { voice = \"host\" })", "there is no voice \"host\""),
    ("return 7", "the recipe returns the number 7"),
    ("I'm sorry, I can't read files.", "draft.lua:1:"),
  ])
  func nothingOfTheHostIsInReach(text: String, mistake: String) throws {
    let result = try write([.says(text)], ["--as", "recipe", "--rounds", "1"])
    #expect(result.outcome.status == 1 && result.outcome.errors.contains(mistake), "\(result.outcome.errors)")
  }

  @Test func aServerThatIsBusyIsAskedAgainWhenItSays() throws {
    let busy = Answer.json(#"{"error":{"message":"slow down"}}"#, status: 429, ["Retry-After: 1"])
    let result = try write([busy, .says(Self.good)])
    #expect(result.outcome.status == 0 && result.asked == 2, "\(result.outcome.errors)")
  }

  @Test(arguments: [
    (#"{"choices":[{"message":{"content":""}}]}"#, 200, 3, "it has no text"), ("{}", 200, 3, "it has no text"),
    ("<html>", 200, 3, "not what it should be"), (#"{"choices":[{"message":{"refusal":"No."}}]}"#, 200, 4, "No."),
    (#"{"error":{"message":"no such model"}}"#, 404, 3, "no such model"),
    (#"{"choices":[{"message":{"content":"x"},"finish_reason":"length"}]}"#, 200, 3, "longer than the model may write"),
  ])
  func whatIsNoAnswerIsAnErrorAndIsNotAskedForAgain(body: String, code: Int, status: Int32, words: String) throws {
    let result = try write([.json(body, status: code)])
    #expect(result.outcome.status == status && result.asked == 1, "\(result.outcome.errors)")
    #expect(result.outcome.errors.contains(words), "\(result.outcome.errors)")
  }

  @Test func theKeyIsSentAndNeverShown() throws {
    let key = "sk-verysecret-0123456789"
    let leak = "-- The key is \(key).\n" + Self.good
    let result = try write(
      [.says(leak)], ["-o", "scene.lua"], writer: #", "key": "MODEL_KEY""#, environment: ["MODEL_KEY": key])
    #expect(result.outcome.status == 0, "\(result.outcome.errors)")
    #expect(result.model.requests[0].fields["authorization"] == "Bearer \(key)")
    let scene = String(decoding: result.folder.read("scene.lua") ?? Data(), as: UTF8.self)
    #expect(scene.contains("The key is [key]."))
    let traces = try Program(folder: result.folder).shell("grep -r \(key) . \(result.folder.store)")
    #expect(traces.output.isEmpty && traces.status == 1 && !(result.text + result.outcome.errors).contains(key))
    let missing = try write([.says(Self.good)], writer: #", "key": "NO_SUCH_KEY""#)
    #expect(missing.outcome.status == 2 && missing.outcome.errors.contains("the environment has no NO_SUCH_KEY"))
  }

  @Test func nothingIsSpentWithoutABudget() throws {
    let price = #", "price": "1 USD", "answer_price": "2 USD""#
    let refused = try write([.says(Self.good)], writer: price)
    #expect(refused.outcome.status == 4 && refused.asked == 0, "\(refused.outcome.errors)")
    #expect(refused.outcome.errors.contains("would be spent"))
    let paid = try write([.says(Self.good)], ["--budget", "0.10 USD"], writer: price)
    #expect(paid.outcome.status == 0, "\(paid.outcome.errors)")
    // 1000 tokens at 1 USD and 200 at 2 USD for a million.
    #expect(paid.outcome.errors.contains("draft 1, 1200 tokens, 0.0014 USD"), "\(paid.outcome.errors)")
  }

  @Test func aFileThatIsThereStaysUnlessOneSaysSo() throws {
    let there = ("scene.lua", "mine")
    let kept = try write([.says(Self.good)], ["-o", "scene.lua"], file: there)
    #expect(kept.outcome.status == 2 && kept.asked == 0 && kept.folder.read("scene.lua") == Data("mine".utf8))
    let replaced = try write([.says(Self.good)], ["-o", "scene.lua", "--replace"], file: there)
    #expect(replaced.outcome.status == 0 && replaced.folder.read("scene.lua") == Data((Self.good + "\n").utf8))
    #expect(try replaced.folder.names == ["backends.json", "scene.lua"])
  }

  /// What is shown is what runs.
  @Test func whatCannotBeSeenIsLeftOut() throws {
    let result = try write([.says("-- \u{1B}[2J\u{202E}A\u{7}\n" + Self.good)])
    #expect(result.text == "-- [2JA\n" + Self.good + "\n")
  }

  @Test func programsAreToldAllOfIt() throws {
    let result = try write([.says(Self.bad)], ["--rounds", "1", "--json"])
    #expect(result.outcome.status == 1)
    let json = try JSONObject(result.text)
    #expect(json["text"] as? String == Self.bad + "\n" && (json["drafts"] as? [Any])?.count == 1)
    #expect((json["mistake"] as? [String: Any])?["line"] as? Int == 2)
  }

  @Test func withoutAModelTheErrorSaysHowToNameOne() throws {
    let program = Program(folder: try Folder())
    let outcome = try program("write", "a ball falls")
    #expect(
      outcome.status == 2 && outcome.errors.contains(#""writers": { "local": { "server": "http://127.0.0.1:8000""#))
  }

  @Test func aServerThatIsNotThereIsNotWaitedFor() throws {
    let folder = try Folder([
      "backends.json": #"{ "writers": { "local": { "server": "http://127.0.0.1:1", "model": "m" } } }"#
    ])
    let outcome = try Program(folder: folder)("write", "a ball falls", "--backends", "backends.json")
    #expect(outcome.status == 3 && outcome.errors.contains("127.0.0.1 cannot be reached"), "\(outcome.errors)")
  }
}
