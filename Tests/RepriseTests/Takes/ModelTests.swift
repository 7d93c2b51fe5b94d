import Foundation
import Loopback
import Props
import Testing

@testable import Reprise

/// Videos that a model makes, by the program: made on purpose alone, recorded once, and carried by posts.
struct ModelTests {
  private let folder: Folder
  private let program: Program

  /// A model that keeps what it was asked and gives a red video, then a blue one; and some that do not do as they should.
  init() throws {
    folder = try Folder([
      "make.sh": #"""
      order=$(cat); echo "$order" >> asked.txt
      out=$(echo "$order" | sed 's/.*"output":"\([^"]*\)".*/\1/')
      for path in $(echo "$order" | grep -o '"path":"[^"]*"' | cut -d '"' -f 4); do cp "$path" sent-$(basename "$path" | tail -c 5); done
      cp $(wc -l < asked.txt).mp4 "$out"
      """#,
      "backends.json": """
      { "models": {
        "toy":  { "command": ["sh", "make.sh"],
                  "can": { "seconds": [1, 2], "seed": true, "reference": true, "controls": ["depth"], "settings": ["mood"] } },
        "dear": { "command": ["sh", "make.sh"], "can": { "seconds": [1, 2] }, "price": { "second": "0.25 USD" } },
        "dead": { "command": ["sh", "-c", "exit 7"] }, "liar": { "command": ["sh", "-c", "true"] } } }
      """,
      "red.lua": "canvas { 64, 48, fps = 10 }\nreturn solid('red'):lasting(1)",
      "blue.lua": "canvas { 64, 48, fps = 10 }\nreturn solid('blue'):lasting(2)",
      "one.lua": "return generate { 'a red dog', by = 'toy', seconds = 1 }",
      "first.lua": "return generate { 'a red dog', by = 'toy', seconds = 1, take = 1 }",
      "dear.lua":
        "return sequence { generate { 'a', by = 'dear', seconds = 1 }, generate { 'b', by = 'dear', seconds = 2 } }",
    ])
    program = Program(folder: folder, environment: ["REPRISE_KEY": folder.path + "/author.key"])
    for (recipe, video) in [("red.lua", "1.mp4"), ("blue.lua", "2.mp4"), ("blue.lua", "3.mp4")] {
      let outcome = try program("render", recipe, "-o", video, "--no-store", "--quiet")
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
  }

  private func run(_ line: String...) throws -> Program.Outcome { try program.run(line) }

  private var asked: [Substring] {
    folder.read("asked.txt").map { String(decoding: $0, as: UTF8.self).split(separator: "\n") } ?? []
  }

  /// The colour of a video's first picture, without any model at hand.
  private func color(of name: String, store: String? = nil) throws -> Hue {
    let runtime = Runtime(
      isolation: .inProcess, store: try RecipeStore(folder: store.map { "\(folder.path)/\($0)" } ?? folder.store))
    let path = name.contains("@") ? name : "\(folder.path)/\(name)"
    let picture = try runtime.evaluate(try runtime.open(path), params: [:]).picture(at: .zero)
    return picture.withPlane(0) { bytes, _ in bytes[0] > 200 ? .red : bytes[2] > 200 ? .blue : .other }
  }

  private enum Hue { case red, blue, other }

  @Test func whatIsMissingIsToldWithItsPriceAndIsNotAsked() throws {
    let plan = try run("plan", "dear.lua")
    #expect(plan.status == 0 && plan.output.contains("2 takes to be made, which costs 0.75 USD"), "\(plan.output)")
    #expect(try run("check", "dear.lua").errors.contains("there is no take of dear yet"))
    let drawn = try run("render", "dear.lua", "-o", "a.mp4")
    #expect(
      drawn.status == 1 && drawn.errors.contains("dear.lua:1: ") && drawn.errors.contains("reprise generate --in"))
    #expect(try run("publish", "dear.lua", "--author", "ana").status == 1)
    #expect(asked.isEmpty)
  }

  @Test func aTakeIsMadeOnceAndANewOneOnPurpose() throws {
    let made = try run("generate", "--in", "one.lua")
    try #require(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("toy: take 1, \"a red dog\""))
    #expect(try color(of: "one.lua") == .red)
    #expect(try run("generate", "--in", "one.lua").status == 0)
    #expect(asked.count == 1, "what there is is not asked again")

    let second = try run("generate", "--in", "one.lua", "--new-take")
    #expect(second.output.contains("take 2"), "\(second.errors)")
    #expect(asked.count == 2)
    #expect(try color(of: "one.lua") == .blue, "the latest plays")
    #expect(try color(of: "first.lua") == .red, "take = 1 plays the first")
  }

  @Test func aBudgetIsKeptAndTheLedgerAddsUp() throws {
    let refused = try run("generate", "--in", "dear.lua", "--budget", "0.70 USD")
    #expect(refused.status == 4 && refused.errors.contains("0.75 USD would be spent"), "\(refused.errors)")
    #expect(try run("generate", "--in", "dear.lua").status == 4, "without a budget nothing is bought")
    #expect(asked.isEmpty, "nothing is bought when not everything can be")
    let made = try run("generate", "--in", "dear.lua", "--budget", "0.75 USD", "--author", "ana")
    try #require(made.status == 0, "\(made.errors)")
    let listed = try run("takes").output
    for line in ["post dear.lua: 0.75 USD", "author ana: 0.75 USD", "giver dear: 0.75 USD", "altogether: 0.75 USD"] {
      #expect(listed.contains(line), "\(listed)")
    }
    #expect(try run("plan", "dear.lua").output.contains("to be made") == false)
  }

  @Test func aPostPlaysItsTakeWhereNobodyHasTheModel() throws {
    try #require(try run("generate", "--in", "one.lua").status == 0)
    let published = try run("publish", "one.lua", "--author", "ana", "--licence", "CC0-1.0")
    try #require(published.status == 0, "\(published.errors)")
    let post = String(published.output.prefix { $0 != ":" })
    #expect(try run("bundle", post, "-o", "dog.bundle").status == 0)
    _ = try run("generate", "--in", "one.lua", "--new-take")
    #expect(try color(of: post) == .red, "a post keeps its take")
    try FileManager.default.removeItem(atPath: folder.path + "/backends.json")
    try folder.write("return remix('\(post)')", to: "remix.lua")
    #expect(try run("check", "dog.bundle", "--store", "far").status == 0)
    #expect(try color(of: post, store: "far") == .red)
    #expect(try color(of: "remix.lua", store: "far") == .red, "so does a remix")
    let alone = try run("render", "one.lua", "-o", "a.mp4", "--store", "far")
    #expect(alone.status == 1 && alone.errors.contains("there is no model \"toy\" here"), "\(alone.errors)")
  }

  @Test func picturesAndClipsGoAlong() throws {
    try folder.write(
      """
      canvas { 64, 48, fps = 10 }
      local depth = generate { "a ball falls", seconds = 1, view = "depth" }
      return generate { "a dog", by = "toy", seconds = 1, seed = 7, reference = "frame.png",
        controls = { depth = depth }, settings = { mood = "calm" } }
      """, to: "along.lua")
    _ = try run("frame", "red.lua", "-o", "frame.png")
    let made = try run("generate", "--in", "along.lua")
    try #require(made.status == 0, "\(made.errors)")
    let order = try #require(asked.first)
    for part in [#""mood":"calm""#, #""seed":7"#, #""seconds":1"#, #""prompt":"a dog""#] {
      #expect(order.contains(part), "\(order)")
    }
    #expect(folder.read("sent-.png") == folder.read("frame.png"))
    try folder.write("return video('sent-.mp4')", to: "sent.lua")
    #expect(try run("check", "sent.lua").output.contains("64x48 at 10 frames/s, 1 s"))
    #expect(try run("generate", "--in", "along.lua").status == 0)
    #expect(asked.count == 1, "the same clip is the same request")
  }

  @Test(arguments: [
    ("seconds = 3, by = 'toy'", 1, "seconds"), ("by = 'toy', size = '64x48'", 1, "size"),
    ("by = 'toy', settings = { tempo = 3 }", 1, "tempo"), ("by = 'dead'", 3, "status 7"),
    ("by = 'liar'", 3, "liar"),
    ("by = 'toy', quality = 'fine'", 1, "quality is for the world inside"), ("take = 2", 1, "take is for a model"),
    ("by = 'toy', take = 2", 1, "no take 2"), ("by = 'who'", 2, "no model \"who\""),
  ])
  func whatCannotBeMadeIsAnErrorAndNotATake(parameters: String, status: Int32, words: String) throws {
    try folder.write("return generate { 'a dog', \(parameters) }", to: "bad.lua")
    let outcome = try run("generate", "--in", "bad.lua")
    #expect(outcome.status == status && outcome.errors.contains(words), "\(outcome.status) \(outcome.errors)")
    #expect(try run("takes").output.contains("there are no takes"))
    #expect(asked.isEmpty)
  }

  @Test func aPromptOnItsOwnBecomesAFile() throws {
    let model = try run("generate", "a blue dog", "--by", "toy", "--seconds", "1", "-o", "dog.mp4")
    #expect(model.status == 0, "\(model.errors)")
    let world = try run("generate", "A ball falls.", "--seconds", "0.5", "--size", "64x48", "-o", "ball.mp4")
    #expect(world.status == 0, "\(world.errors)")
    #expect(folder.read("dog.mp4") != nil && folder.read("ball.mp4") != nil)
    #expect(try run("generate", "a dog").status == 2)
    #expect(try run("generate", "xyzzy", "-o", "x.mp4").status == 1)
  }

  /// What a program was asked that nobody knows to have begun is asked again, because it costs nothing.
  @Test func whoeverWasStoppedGoesOnWithTheTicket() throws {
    try folder.write(
      #"{ "models": { "toy": { "command": ["sh", "-c", "touch begun; sleep 1000"], "can": { "seconds": [1] } } } }"#,
      to: "backends.json")
    let running = try program.start(["generate", "--in", "one.lua"])
    while folder.read("begun") == nil, running.child.isRunning { usleep(10_000) }
    running.child.send(SIGINT)
    let stopped = try running.outcome()
    #expect(stopped.status == 130, "\(stopped.status): \(stopped.output) \(stopped.errors)")
    #expect(try run("takes").output.contains("not settled"))
    try folder.write(
      #"{ "models": { "toy": { "command": ["sh", "make.sh"], "can": { "seconds": [1] } } } }"#, to: "backends.json")
    let made = try run("generate", "--in", "one.lua")
    #expect(made.status == 0 && asked.count == 1, "\(made.errors)")
    #expect(try !run("takes").output.contains("not settled"))
  }

  @Test func aServerIsAskedOverTheWireAndItsKeyStaysSecret() throws {
    let (secret, movie) = ("sk-9c2f41d8e7", Array(try #require(folder.read("1.mp4"))))
    let server = LoopbackServer { question in
      switch (question.method, question.path) {
      case ("POST", "/v1/videos"): .json(#"{"id":"video-1","status":"queued"}"#)
      case ("GET", "/v1/videos/video-1"): .json(#"{"id":"video-1","status":"completed","model":"wan-2"}"#)
      case ("GET", "/v1/videos/video-1/content"): .answer(body: movie, type: "video/mp4")
      default: .json(#"{"error":{"message":"no such place, \#(secret)"}}"#, status: 404)
      }
    }
    defer { server.stop() }
    try folder.write(
      """
      { "models": { "toy": { "server": "http://127.0.0.1:\(server.port)", "key": "TOY_KEY", "price": { "second": "0.05 USD" } } } }
      """, to: "backends.json")
    var program = program
    program.environment["TOY_KEY"] = secret
    let made = try program("generate", "--in", "one.lua", "--budget", "0.05 USD")
    #expect(made.status == 0 && made.output.contains("take 1"), "\(made.errors)")
    #expect(try color(of: "one.lua") == .red)
    #expect(server.questions.allSatisfy { $0.fields["authorization"] == "Bearer \(secret)" })
    let ledger = try String(contentsOfFile: folder.store + "/takes/ledger.jsonl", encoding: .utf8)
    #expect(ledger.contains("wan-2") && ledger.contains("video-1"))
    for text in [ledger, made.output, made.errors] { #expect(!text.contains(secret)) }
  }

  @Test(arguments: [
    (#"{ "models": { "x": {} } }"#, "neither a server"), (#"{ "models": { "x": { "command": [] } } }"#, "empty"),
    (#"{ "models": { "x": { "command": ["a"], "price": "cheap" } } }"#, "no price"),
    (#"{ "models": { "x": { "server": "ftp://a" } } }"#, "scheme"),
    (#"{ "models": { "x": { "command": ["a"], "can": "fly" } } }"#, "vllm-omni"),
    (#"{ "models": { "x": { "comfy": "http://127.0.0.1:1", "workflow": "no.json", "names": {} } } }"#, "no.json"),
    (#"{ "model": {} }"#, "\"model\""),
  ])
  func aBackendsFileWithMistakesIsRefused(file: String, words: String) throws {
    try folder.write(file, to: "backends.json")
    let outcome = try run("check", "red.lua")
    #expect(outcome.status == 2 && outcome.errors.contains(words), "\(outcome.errors)")
  }
}
