import Testing

/// Wrong usage ends with exit code 2, says what was wanted, and leaves nothing behind.
struct UsageTests {
  @Test(arguments: [
    ("render nowhere.lua -o out.mp4", ["there is no file \"nowhere.lua\""]),
    ("render . -o out.mp4", ["is a folder"]),
    ("render", ["<recipe>", "Usage: reprise render"]),
    ("render small.lua", ["--output"]),
    ("rendr small.lua", ["rendr"]),
    ("render small.lua -o out.mp4 --presett fast", ["Unknown option '--presett'", "--preset"]),
    ("render small.lua -o out.avi", [".mp4, .mov", ".wav or .flac"]),
    ("render small.lua -o out", [".mp4, .mov", ".wav or .flac"]),
    ("frame small.lua -o out.mp4", [".png"]),
    ("render small.lua -o out.mp4 --size 64", ["such as 1280x720"]),
    ("render small.lua -o out.mp4 --size 0x0", ["the size is 0x0", "16 to 8192"]),
    ("render small.lua -o out.mp4 --size 100000x100000", ["100000x100000", "16 to 8192"]),
    ("render small.lua -o out.mp4 --size 99999999999999999999x2", ["such as 1280x720"]),
    ("render small.lua -o out.mp4 --size 128x64", ["use 128x128"]),
    ("render small.lua -o out.mp4 --from 10", ["not in the video", "0.5 s"]),
    ("render small.lua -o out.mp4 --from 0.4 --to 0.2", ["--from 0.4 s", "--to 0.2 s"]),
    ("render small.lua -o out.mp4 --from soon", ["1:02.5"]),
    ("render small.lua -o out.png --from 10", ["not in the video"]),
    ("frame small.lua -o out.png --at 0.5", ["less than 0.5 s"]),
    ("frame small.lua -o out.png --at=-1", ["1:02.5"]),
    ("render small.lua -o out.mp4 --preset swift", ["\"swift\"", "veryfast"]),
    ("render small.lua -o out.mp4 --quality 52", ["0 (lossless) to 51"]),
    ("render small.lua -o out.mp4 --quality good", ["'good'", "--quality"]),
    ("render small.lua -o out.mp4 --jobs 0", ["1 to 1024"]),
    ("render turn.lua -o out.mp4 --set line", ["wanted name=value"]),
    ("render turn.lua -o out.mp4 --set =x", ["wanted name=value"]),
    ("render turn.lua -o out.mp4 --set lime=x", ["no param \"lime\"", "did you mean \"line\"?"]),
    ("render turn.lua -o out.mp4 --set count=many", ["turn.lua:2: ", "\"count\"", "wanted a number"]),
    ("render turn.lua -o out.mp4 --set count=10", ["at most 9"]),
    ("render turn.lua -o out.mp4 --set loud=maybe", ["true or false"]),
    ("render turn.lua -o out.mp4 --params nowhere.json", ["nowhere.json", "No such file"]),
    ("render turn.lua -o out.mp4 --params .", ["Is a directory"]),
  ])
  func wrongUsageIsToldWithWhatWasWanted(line: String, words: [String]) throws {
    let folder = try Folder(["small.lua": Recipes.small, "turn.lua": Recipes.turnable])
    let outcome = try Program(folder: folder).run(line.split(separator: " ").map(String.init))
    #expect(outcome.status == 2)
    for word in words { #expect(outcome.errors.contains(word)) }
    #expect(outcome.output.isEmpty)
    #expect(try folder.names == ["small.lua", "turn.lua"])
  }

  @Test(arguments: [
    ("[1]", ["params.json:1: ", "not a JSON object"]),
    ("", ["not a JSON object"]),
    ("{\"line\": \"a\",\n \"line\": \"b\"}", ["params.json:2: ", "\"line\" stands twice"]),
    ("{\"line\": {\"text\": \"a\"}}", ["\"line\" is nested"]),
    ("{\"line\": [1]}", ["\"line\" is nested"]),
    ("{\"line\": null}", ["\"line\" is neither"]),
    ("{\"count\": 0x10}", ["\"count\" is neither"]),
    ("{\"count\": 1e999}", ["\"count\" is neither"]),
    ("{\"line\": \"a\"} x", ["something follows"]),
    ("{\"line\": \"a\",}", ["a name in quotes"]),
    ("{\"line\" \"a\"}", ["a colon"]),
    ("{\"line\": \"a\" \"count\": 2}", ["a comma or }"]),
    ("{\"line\": \"a", ["a text has no end"]),
    ("{\"line\": \"\\q\"}", ["means nothing"]),
    ("{\"line\": \"\\ud800\"}", ["half of a pair"]),
    ("{\"lime\": \"a\"}", ["no param \"lime\""]),
    ("{\"count\": \"2\"}", ["wanted a number"]),
  ])
  func aParamsFileThatMakesNoSenseIsToldWithItsLine(json: String, words: [String]) throws {
    let folder = try Folder(["turn.lua": Recipes.turnable, "params.json": json])
    let outcome = try Program(folder: folder)("check", "turn.lua", "--params", "params.json")
    #expect(outcome.status == 2)
    for word in words { #expect(outcome.errors.contains(word)) }
  }

  @Test func helpTeachesAndSucceeds() throws {
    let program = Program(folder: try Folder())
    for command in ["render", "frame", "check", "graph", "params"] {
      let outcome = try program(command, "--help")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("reprise \(command) "))
      #expect(outcome.output.contains("Examples:"))
    }
    let help = try program("--help")
    #expect(help.status == 0)
    #expect(help.output.contains("Exit codes:"))
    #expect(try program("--version").output.hasPrefix("reprise "))
  }
}
