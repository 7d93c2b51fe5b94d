import Backends
import Foundation
import Synchronization
import Takes
import Testing

@testable import Reprise

/// Voices that do not come with the runtime, by the program: what they say is recorded once, and posts carry it.
struct RecordedVoiceTests {
  private let folder: Folder
  private let program: Program

  /// A voice that says how often it spoke, and some that do not speak as they should.
  init() throws {
    folder = try Folder([
      "talk.lua": """
      canvas { width = 96, height = 64, fps = 10 }
      local host = { voice = "host", rate = 1.5 }
      local line = say("Good evening.", { by = host, pitch = 0.5 })
      assert(#line.words == 2 and line.words[2].to <= line.duration)
      return solid("navy"):lasting(3):layer(line):say("And welcome.", { by = host, at = 1.5 })
      """,
      "backends.json": """
      { "voices": {
        "host": { "command": ["sh", "-c", "echo \\"$0 $1 $2\\" >> said.txt; flite -t \\"$0\\" -o /dev/stdout", "{text}", "{rate}", "{pitch}"] },
        "mute": { "command": ["true"] }, "dead": { "command": ["sh", "-c", "exit 7"] },
        "liar": { "command": ["echo", "<html>"] }, "gone": { "command": ["/no/such/program"] },
        "locked": { "server": "http://127.0.0.1:1", "key": "NO_SUCH_KEY" },
        "nobody": { "server": "http://127.0.0.1:1", "price": "0.5 USD" } } }
      """,
    ])
    program = Program(folder: folder, environment: ["REPRISE_KEY": folder.path + "/author.key"])
  }

  private func run(_ line: String...) throws -> Program.Outcome { try program.run(line) }

  @Test func whatWasSaidOnceIsRecordedAndTravelsWithThePost() throws {
    let first = try run("render", "talk.lua", "-o", "a.wav", "--store", "one", "--quiet")
    try #require(first.status == 0, "\(first.errors)")
    #expect(
      folder.read("said.txt").map { String(decoding: $0, as: UTF8.self) }
        == "Good evening. 1.5 0.5\nAnd welcome. 1.5 1.0\n")
    _ = try run("render", "talk.lua", "-o", "b.wav", "--store", "one", "--quiet")
    #expect(folder.read("said.txt")?.count == 43, "nothing is said twice")
    #expect(folder.read("a.wav") == folder.read("b.wav"))

    let published = try run("publish", "talk.lua", "--store", "one", "--author", "ana", "--licence", "CC0-1.0")
    let post = String(published.output.prefix { $0 != ":" })
    #expect(try run("bundle", post, "-o", "talk.bundle", "--store", "one").status == 0)
    // Elsewhere, where nobody has the voice.
    try FileManager.default.removeItem(atPath: folder.path + "/backends.json")
    let far = try run("render", "talk.bundle", "-o", "c.wav", "--store", "two", "--quiet")
    #expect(far.status == 0, "\(far.errors)")
    #expect(folder.read("c.wav") == folder.read("a.wav"))
    let local = try run("check", "talk.lua", "--store", "three")
    #expect(local.status == 1 && local.errors.contains("there is no voice \"host\""), "\(local.errors)")
  }

  @Test func takesAreListed() throws {
    _ = try run("check", "talk.lua", "--store", "one")
    let listed = try run("takes", "--store", "one").output
    #expect(listed.contains("host  speech 1  free  \"Good evening.\"") && listed.contains("altogether: nothing"))
    #expect(try run("store", "--store", "one").output.contains("takes  2 files"))
  }

  @Test(arguments: [
    ("mute", 1, "no WAV file"), ("dead", 1, "status 7"), ("liar", 1, "no WAV file"), ("gone", 1, "/no/such/program"),
    ("who", 1, "no voice \"who\""), ("nobody", 4, "0.001 USD would be spent"),
    ("locked", 1, "the environment has no NO_SUCH_KEY"),
  ])
  func aVoiceThatDoesNotSpeakIsAnError(voice: String, status: Int32, words: String) throws {
    try folder.write("return solid('red'):lasting(1):layer(say('hi', { voice = '\(voice)' }))", to: "bad.lua")
    let outcome = try run("graph", "bad.lua", "--store", "one")
    #expect(outcome.status == status)
    #expect(outcome.errors.contains("bad.lua:1: ") && outcome.errors.contains(words), "\(outcome.errors)")
    #expect(try run("takes", "--store", "one").output.contains("no takes"))
  }

  @Test func aVoiceThatIsPaidIsNotAskedAgainWhereItsAnswerWasLost() throws {
    let asked = Mutex(0)
    let lost = VoiceSource(
      wave: { _, _ in
        asked.withLock { $0 += 1 }
        throw BackendError.interrupted(host: "voices.example", problem: "cut")
      }, giver: "the server", tariff: try Tariff([.request(try #require(Money("0.10 USD")))]), key: nil)
    var runtime = Runtime(isolation: .inProcess, store: try .temporary())
    runtime.voices["nova"] = lost
    runtime.budget = try Budget("1 USD")
    let recipe = Recipe(source: "return solid('red'):lasting(1):layer(say('hi', { voice = 'nova' }))", name: "r.lua")
    for _ in 1...2 {
      let error = #expect(throws: RepriseError.self) { try runtime.evaluate(recipe) }
      #expect(error?.came.contains("may have been bought") == true, "\(String(describing: error))")
    }
    #expect(asked.withLock(\.self) == 1)
  }

  @Test(arguments: [
    ("{ \"voices\": { \"slt\": { \"command\": [\"x\"] } } }", "comes with the runtime"),
    ("{ \"voices\": { \"a\": {} } }", "neither a command"), ("{ \"voices\": { \"a\": { \"comand\": [] } } }", "comand"),
    ("{ \"voices\": [] }", "no object"), ("{ \"voices\":", "byte 11"),
    ("{ \"voices\": { \"a\": { \"server\": \"ftp://x\" } } }", "scheme"),
    ("{ \"voices\": { \"a\": { \"server\": \"http://x\", \"price\": \"cheap\" } } }", "cheap"),
  ])
  func aMistakeInTheFileOfVoicesIsTold(text: String, words: String) throws {
    try folder.write(text, to: "backends.json")
    let outcome = try run("check", "talk.lua", "--store", "one")
    #expect(outcome.status == 2 && outcome.errors.contains("backends.json"), "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
  }
}
