import Testing

/// A recipe's mistakes end with exit code 1, say where they are, and leave nothing behind.
struct RecipeMistakeTests {
  @Test(arguments: [
    ("local x =\nreturn )", ["bad.lua:2: ", "^"]),
    ("return sollid(\"#fff\"):lasting(1)", ["bad.lua:1: ", "sollid", "did you mean \"solid\"?", "~~~~~"]),
    ("local c = solid(\"#fff\"):lasting(1)\nreturn c:corp { left = 1 }", ["bad.lua:2: ", "did you mean \"crop\"?"]),
    ("", ["bad.lua", "returns nothing", "return clip"]),
    ("return 42", ["bad.lua", "wanted a clip"]),
    ("return solid \"#fff\"", ["no end", ":lasting(seconds)"]),
    ("while true do end", ["bad.lua", "endless loop"]),
    ("local t = {} while true do t = { t, {}, {} } end", ["bad.lua", "memory"]),
    ("local s = \"x\" while true do s = s .. s end", ["bad.lua", "string"]),
    ("canvas { width = 0, height = 64 } return solid(\"#fff\"):lasting(1)", ["bad.lua:1: canvas: ", "width"]),
    ("canvas { width = 100000, height = 64 } return solid(\"#fff\"):lasting(1)", ["bad.lua:1: canvas: ", "width"]),
    ("return video \"nowhere.mp4\"", ["bad.lua:1: ", "nowhere.mp4"]),
    ("return solid(\"#fff\"):lasting(-1)", ["bad.lua:1: "]),
    ("return solid(\"#fff\"):lasting(0/0)", ["bad.lua:1: "]),
    ("param.number { \"n\", default = 5, max = 2 } return solid(\"#fff\"):lasting(1)", ["bad.lua:1: ", "at most 2"]),
  ])
  func aMistakeIsToldWithItsPlaceAndRemedy(recipe: String, words: [String]) throws {
    let folder = try Folder(["bad.lua": recipe])
    let outcome = try Program(folder: folder)("render", "bad.lua", "-o", "out.mp4")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasPrefix("error: "))
    for word in words { #expect(outcome.errors.contains(word)) }
    #expect(outcome.output.isEmpty)
    #expect(try folder.names == ["bad.lua"])
  }

  @Test func theWordToBlameIsUnderlinedInItsLine() throws {
    let folder = try Folder(["bad.lua": "local c = solid(\"#fff\"):lasting(1)\n\treturn c:corp { left = 1 }\n"])
    let lines = try Program(folder: folder)("check", "bad.lua").errors.split(separator: "\n")
    try #require(lines.count == 3)
    #expect(lines[1] == "  2 | \treturn c:corp { left = 1 }")
    #expect(lines[2] == "    | \t         ^~~~")
  }

  @Test func aRecipeCannotCommandTheTerminal() throws {
    let folder = try Folder(["bad.lua": "error(\"\\27[2J\\27]0;mine\\7\")"])
    let outcome = try Program(folder: folder)("check", "bad.lua")
    #expect(outcome.status == 1)
    #expect(!outcome.errors.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" })
  }

  @Test(arguments: ["check", "graph", "params"])
  func everyCommandTellsTheSameMistake(command: String) throws {
    let folder = try Folder(["bad.lua": "return 42"])
    let outcome = try Program(folder: folder)(command, "bad.lua")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("wanted a clip"))
  }
}
