import Foundation
import Graph
import Reprise
import Testing

/// The reference in its form for language models.
struct ModelReferenceTests {
  private static let text = LanguageReference.forModels

  /// What stands between fences.
  private static let examples = text.components(separatedBy: "```lua\n").dropFirst().compactMap {
    $0.components(separatedBy: "```").first
  }

  @Test(arguments: examples.indices) func everyExampleRuns(_ index: Int) throws {
    let recipe = Recipe(source: Self.examples[index], name: "example-\(index + 1).lua", folder: "/nowhere")
    let composition = try Runtime(isolation: .inProcess).evaluate(recipe)
    #expect(composition.warnings.isEmpty, "\(composition.warnings)")
  }

  @Test func thereAreRecipesAndAScene() { #expect(Self.examples.count == 4) }

  /// A token of code is three to four bytes.
  @Test func itsSizeIsBounded() {
    #expect(Self.text.utf8.count <= 42_000, "\(Self.text.utf8.count)")
    #expect(
      LanguageReference.ofScenesForModels.utf8.count <= 12_000, "\(LanguageReference.ofScenesForModels.utf8.count)")
  }

  @Test func everyWordOfTheLanguageIsInIt() {
    for word in Language.words { #expect(Self.text.contains("\n\(word.title)"), "\(word.title)") }
  }

  /// What the table of a scene is said to take, the reader of scenes takes.
  @Test(arguments: [
    "seconds = 2, seed = 3, quality = \"draft\", sound = false, scenery = false",
    "weather = { clouds = 0.5, wind = { 3, 0, 0 } }",
    "light = { elevation = 20, azimuth = 40, sky = 0.5, lamps = { { at = { 0, 3, 0 }, color = \"gold\", strength = 50, radius = 0.1 } } }",
    "water = { level = 0.2, depth = 1, density = 1000, waves = 0.1, length = 2, width = 4, breadth = 4, at = { 0, 0, 0 } }",
    "gravity = { 0, -1.6, 0 }, ground = \"sand\", look = \"clay\", place = \"beach\", time = \"sunset\"",
    "things = { a = { shape = \"ring\", radius = 0.3, tube = 0.05, at = { 0, 1, 0 }, turn = { 90, 0, 0 } } }",
    "things = { a = { \"crate\", count = { 2, 2, 1 }, step = { 1, 1, 0 }, from = 0.5, till = 1, mass = 2, friction = 1, bounce = 0.5 } }",
    "things = { a = { \"ball\", path = { { 0, { 0, 0, 0 } }, { 1, { 1, 0, 0 } } } } }",
    "things = { a = { \"ball\", at = { 0, 2, 0 } } }, links = { { \"rope\", \"a\", \"world\", to = { 0, 3, 0 }, cut = 1 } }",
    "figures = { ana = { \"woman\", at = { 0, 0, 0 }, facing = 30, top = \"red\" } }, actions = { { at = 0.5, \"ana waves\" }, { at = 1, \"ana looks\", to = { 0, 1, 5 } } }",
    "things = { a = { \"ball\" } }, camera = { { at = 0, eye = { 0, 1, 5 }, target = { 0, 0, 0 }, angle = 40 }, { at = 1, shot = \"close\", of = \"a\", follow = \"a\" } }",
    "words = { gizmo = { shape = \"box\", size = { 0.3, 0.2, 0.3 }, material = \"brass\" } }, things = { a = { \"gizmo\" } }",
  ])
  func whatASceneIsSaidToTakeItTakes(table: String) throws {
    let seconds = table.contains("seconds =") ? "" : "seconds = 1, "
    let recipe = Recipe(source: "return world { \(seconds)\(table) }", name: "scene.lua", folder: "/nowhere")
    _ = try Runtime(isolation: .inProcess).evaluate(recipe)
  }

  @Test func theProgramPrintsIt() throws {
    let program = Program(folder: try Folder())
    #expect(try program("reference", "--for-models").output == Self.text)
  }
}
