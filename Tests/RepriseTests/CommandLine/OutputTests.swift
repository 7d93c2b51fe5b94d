import Foundation
import Testing

/// What is written appears whole or not at all.
struct OutputTests {
  private let folder: Folder
  private let program: Program

  init() throws {
    folder = try Folder(["small.lua": Recipes.small, "turn.lua": Recipes.turnable, "long.lua": Recipes.long])
    program = Program(folder: folder)
  }

  @Test func renderWritesAVideoAndSaysWhatItWrote() throws {
    let outcome = try program("render", "small.lua", "-o", "out.mp4")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("out.mp4: 64x64, 0.5 s, 5 frames, "))
    #expect(try #require(folder.read("out.mp4")).dropFirst(4).prefix(4) == Data("ftyp".utf8))
  }

  @Test func frameWritesAPicture() throws {
    #expect(try program("frame", "small.lua", "--at", "0.2", "-o", "out.png").status == 0)
    #expect(try #require(folder.read("out.png")).prefix(4) == Data([0x89, 0x50, 0x4E, 0x47]))
  }

  @Test func renderToAPictureIsTheFrameAtFrom() throws {
    #expect(try program("render", "small.lua", "--from", "0.2", "-o", "a.png").status == 0)
    #expect(try program("frame", "small.lua", "--at", "0.2", "-o", "b.png").status == 0)
    #expect(folder.read("a.png") != nil && folder.read("a.png") == folder.read("b.png"))
  }

  @Test func theBytesDoNotDependOnTheJobs() throws {
    for jobs in ["1", "2", "8"] {
      #expect(try program("render", "small.lua", "-o", "\(jobs).mp4", "--jobs", jobs, "--no-store").status == 0)
    }
    #expect(folder.read("1.mp4") != nil && folder.read("1.mp4") == folder.read("2.mp4"))
    #expect(folder.read("1.mp4") == folder.read("8.mp4"))
  }

  @Test func settingsChangeTheGraphAndBeatTheParamsFile() throws {
    try folder.write(#"{"count": 5, "loud": true, "line": "a\u00e9\ud83d\ude00\n"}"#, to: "params.json")
    let preset = try program("check", "turn.lua")
    let file = try program("check", "turn.lua", "--params", "params.json")
    let both = try program("check", "turn.lua", "--params", "params.json", "--set", "count=7")
    #expect(preset.output.contains("2 frames"))
    #expect(file.output.contains("5 frames"))
    #expect(both.output.contains("7 frames"))
  }

  @Test func paramsAreListed() throws {
    let outcome = try program("params", "turn.lua")
    #expect(outcome.status == 0)
    for word in ["line", "what it says", "count", "loud", "ground"] { #expect(outcome.output.contains(word)) }
  }

  @Test func aRecipeCanBePipedIn() throws {
    var program = program
    program.input = Recipes.small
    #expect(try program("graph", "-", "--digest").output == program("graph", "small.lua", "--digest").output)
    program.input = "return 42"
    #expect(try program("check", "-").errors.contains("stdin: "))
  }

  @Test func anOutputThatWasThereStaysUntilTheNewOneIsWhole() throws {
    try folder.write("old", to: "out.mp4")
    try folder.write("return 42", to: "bad.lua")
    #expect(try program("render", "bad.lua", "-o", "out.mp4").status == 1)
    #expect(folder.read("out.mp4") == Data("old".utf8))
    #expect(try program("render", "small.lua", "-o", "out.mp4").status == 0)
    #expect(try #require(folder.read("out.mp4")).count > 100)
  }

  @Test func aFolderThatDoesNotExistIsTold() throws {
    let outcome = try program("render", "small.lua", "-o", "nowhere/out.mp4")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("nowhere/out.mp4"))
    #expect(outcome.errors.contains("folder does not exist"))
  }

  @Test(arguments: ["out.mp4", "out.png"])
  func aFolderInThePlaceOfTheOutputIsTold(name: String) throws {
    try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: false)
    let outcome = try program("render", "small.lua", "-o", name)
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("is a folder"))
  }

  @Test func standardOutputMayBeClosedFullOrLeft() throws {
    #expect(try program.shell("$reprise graph small.lua >&-").status == 0)
    #expect(try program.shell("$reprise render small.lua -o out.mp4 >&- 2>&- <&-").status == 0)
    #expect(try #require(folder.read("out.mp4")).dropFirst(4).prefix(4) == Data("ftyp".utf8))
    let full = try program.shell("$reprise graph small.lua > /dev/full")
    #expect(full.status == 3)
    #expect(full.errors.contains("No space left"))
    let left = try program.shell("{ $reprise graph small.lua; echo $? >&2; } | true")
    #expect(left.errors == "0\n")
  }
}
