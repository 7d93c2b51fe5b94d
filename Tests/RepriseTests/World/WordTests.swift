import Foundation
import Reprise
import Testing

/// Words of a recipe's and of a host's own, by the program and the library.
struct WordTests {
  private let folder: Folder
  private let program: Program

  private static let backends =
    #"{ "words": { "gizmo": { "shape": "box", "size": [0.4, 0.4, 0.4], "material": "brass", "plural": "gizmi" } } }"#

  init() throws {
    folder = try Folder([
      "own.lua": """
      return generate { "A gizmo falls.", seconds = 1, words = { gizmo = { shape = "sphere", material = "gold" } } }
      """,
      "hosts.lua": #"return generate { "Two gizmi fall.", seconds = 1 }"#,
      "table.lua": #"return world { seconds = 1, things = { a = { "gizmo", at = { 0, 1, 0 } } } }"#,
      "backends.json": Self.backends,
    ])
    program = Program(folder: folder, environment: ["REPRISE_BACKENDS": folder.path + "/backends.json"])
  }

  private func digest(_ recipe: String, _ more: String...) throws -> String {
    let outcome = try program.run(["graph", recipe, "--digest"] + more)
    try #require(outcome.status == 0, "\(outcome.errors)")
    return outcome.output
  }

  @Test func aRecipeBringsWordsAlong() throws {
    try folder.write("{}", to: "backends.json")
    let outcome = try program("check", "own.lua")
    #expect(outcome.status == 0 && !outcome.errors.contains("left out"), "\(outcome.errors)")
    let bad = #"return generate { "A gizmo falls.", words = { gizmo = { shape = "bokx" } } }"#
    try folder.write(bad, to: "bad.lua")
    let mistake = try program("check", "bad.lua")
    #expect(mistake.status == 1)
    #expect(
      mistake.errors.contains(#"bad.lua:1: generate: words.gizmo.shape: there is no shape "bokx"; did you mean "box"?"#)
    )
  }

  @Test func aHostsWordsAreListedAndWrittenIntoScenes() throws {
    #expect(try program("world", "--words").output.contains("gizmo"))
    let scene = try program("world", "Two gizmi fall.", "-o", "scene.lua")
    #expect(scene.status == 0 && !scene.errors.contains("left out"), "\(scene.errors)")
    let text = String(decoding: folder.read("scene.lua") ?? Data(), as: UTF8.self)
    #expect(
      text.contains(
        "words = {\n    gizmo = { material = \"brass\", plural = \"gizmi\", shape = \"box\", size = { 0.4, 0.4, 0.4 } },"
      ))
    let here = try digest("scene.lua")
    try folder.write("{}", to: "backends.json")
    #expect(try digest("scene.lua") == here, "the scene stands alone")
    #expect(try program("check", "table.lua").errors.contains(#"there is no thing "gizmo""#))
  }

  @Test func aWordThatChangesChangesWhatItTouches() throws {
    try folder.write(#"return generate { "A red ball falls.", seconds = 1 }"#, to: "ball.lua")
    let before = try ["hosts.lua", "table.lua", "own.lua", "ball.lua"].map { try digest($0) }
    try folder.write(Self.backends.replacing("brass", with: "wood"), to: "backends.json")
    let after = try ["hosts.lua", "table.lua", "own.lua", "ball.lua"].map { try digest($0) }
    #expect(zip(before, after).map { $0 == $1 } == [false, false, true, true])
  }

  @Test(arguments: ["hosts.lua", "table.lua"]) func aPostPinsTheHostsWords(recipe: String) throws {
    let here = try digest(recipe)
    let published = try program("publish", recipe, "--author", "ana", "--licence", "CC0-1.0")
    try #require(published.status == 0, "\(published.errors)")
    let post = String(published.output.prefix { $0 != ":" })
    #expect(try program("bundle", post, "-o", "a.bundle").status == 0)
    // Elsewhere the word means something else.
    try folder.write(#"{ "words": { "gizmo": { "like": "crate" } } }"#, to: "backends.json")
    #expect(try digest("a.bundle", "--store", "other") == here)
    #expect(try digest(recipe) != here)
  }

  @Test func aMistakeInTheHostsFileIsTold() throws {
    try folder.write(#"{ "words": { "gizmo": { "shape": "bokx" } } }"#, to: "backends.json")
    let outcome = try program("check", "own.lua")
    #expect(outcome.status == 2)
    #expect(
      outcome.errors.contains("backends.json: words.gizmo.shape: there is no shape \"bokx\""), "\(outcome.errors)")
  }

  @Test func aLibraryHasWordsAsValues() throws {
    var words = Words()
    try words.add("gizmo", ["shape": "box", "size": [0.4, 0.4, 0.4], "also": ["widget"], "fixed": true])
    try words.add("arena", ["is": "place", "like": "gym", "scenery": [["thing": "gizmo", "at": [1, 0, -4]]]])
    let kept = words
    #expect(throws: RepriseError.self) { try words.add("thing", ["shape": "bokx"]) }
    #expect(words == kept, "what was there before stays")
    #expect(throws: RepriseError.self) { try Words(json: "{ \"a\": null }") }
    let scene = try PromptedScene("A ball falls beside a widget in an arena.", words: words)
    #expect(scene.leftOut.isEmpty && scene.recipe.contains("arena = {") && scene.recipe.contains("fixed = true"))
    var runtime = Runtime(isolation: .inProcess)
    runtime.words = words
    _ = try runtime.evaluate(Recipe(source: scene.recipe))
  }
}
