import Foundation
import Testing

/// With --json, programs get one object on standard output, and lines of JSON on standard error.
struct JSONTests {
  private let folder: Folder
  private let program: Program

  init() throws {
    folder = try Folder(["small.lua": Recipes.small, "turn.lua": Recipes.turnable, "bad.lua": "\nreturn sollid(1)"])
    program = Program(folder: folder)
  }

  @Test func renderingsAreReported() throws {
    let outcome = try program("render", "small.lua", "-o", "out.mp4", "--json")
    let result = try JSONObject(outcome.output)
    #expect(result["path"] as? String == "out.mp4")
    #expect(result["frames"] as? Int == 5)
    #expect(result["seconds"] as? Double == 0.5)
    #expect(result["bytes"] as? Int == folder.read("out.mp4")?.count)
    #expect(outcome.errors.isEmpty)
  }

  @Test func checksGraphsAndParamsAreObjects() throws {
    #expect(try JSONObject(program("check", "small.lua", "--json").output)["width"] as? Int == 64)
    let graph = try JSONObject(program("graph", "small.lua", "--json").output)
    #expect((graph["graph"] as? [String: Any])?["nodes"] is [Any])
    #expect((graph["digest"] as? String)?.count == 64)
    let params = try JSONObject(program("params", "turn.lua", "--json").output)
    let properties = try #require((params["schema"] as? [String: Any])?["properties"] as? [String: Any])
    #expect(properties.keys.sorted() == ["count", "line", "loud"])
    #expect((params["parts"] as? [Any])?.count == 1)
  }

  @Test func theReferenceIsAPageAChapter() throws {
    let pages = try #require(try JSONObject(program("reference", "--json").output)["pages"] as? [String: String])
    #expect(pages.count > 5)
    for page in pages.values { #expect(page.hasPrefix("# ")) }
  }

  @Test func mistakesHaveTheirPlaceAndKind() throws {
    let outcome = try program("check", "bad.lua", "--json")
    #expect(outcome.status == 1)
    let error = try #require(try JSONObject(outcome.output)["error"] as? [String: Any])
    #expect(error["kind"] as? String == "recipe")
    #expect(error["file"] as? String == "bad.lua")
    #expect(error["line"] as? Int == 2)
    #expect((error["message"] as? String)?.contains("solid") == true)
  }

  @Test func wrongUsageIsAnObjectToo() throws {
    for arguments in [
      ["check", "--json"], ["check", "nowhere.lua", "--json"], ["check", "small.lua", "--json", "--no"],
    ] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 2)
      let error = try #require(try JSONObject(outcome.output)["error"] as? [String: Any])
      #expect(error["kind"] as? String == "usage")
    }
  }

  @Test func separatorsOfLinesInTextsAreKept() throws {
    try folder.write("return text \"a\u{2028}b\u{85}c\":lasting(1)", to: "odd.lua")
    let graph = try JSONObject(program("graph", "odd.lua", "--json").output)["graph"] as? [String: Any]
    let nodes = try #require(graph?["nodes"] as? [[String: Any]])
    #expect(nodes.contains { $0["text"] as? String == "a\u{2028}b\u{85}c" })
  }

  @Test func theGraphsDigestIsThatOfItsText() throws {
    let digest = try program("graph", "small.lua", "--digest").output
    let oracle = try program.shell("$reprise graph small.lua | tr -d '\\n' | sha256sum | cut -d ' ' -f 1")
    #expect(digest == oracle.output)
  }
}
