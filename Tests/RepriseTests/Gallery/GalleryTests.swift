import Foundation
import Graph
import Plan
import Props
import Render
import Testing

@testable import Reprise

/// Every recipe of the gallery is a test: its graph and its pictures, before the encoder, are what they were.
///
/// Expectations stand beside each recipe. `REPRISE_BLESS=1 swift test --filter Gallery` writes them anew; a commit that
/// changes one says why.
struct GalleryTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../recipes")
    .standardized
  static let recipes = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".lua") }.sorted()

  @Test func thereIsAGallery() {
    #expect(Self.recipes.count >= 15)
  }

  @Test(arguments: recipes) func recipeDrawsWhatItDrew(_ name: String) throws {
    let recipe = try Recipe(path: Self.folder.appending(path: name).path)
    let composition = try Runtime().evaluate(recipe)
    #expect(composition.warnings.isEmpty, "the gallery is drawn without warnings")
    let found = try expectation(of: composition)
    let file = Self.folder.appending(path: name.replacing(".lua", with: ".expected"))
    if ProcessInfo.processInfo.environment["REPRISE_BLESS"] != nil {
      try found.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(found == expected, "see \(file.lastPathComponent)")
  }

  /// The graph, and a digest of every tenth picture at a third of the size.
  private func expectation(of composition: Composition) throws -> String {
    let size = Size(width: composition.size.width / 6 * 2, height: composition.size.height / 6 * 2)
    let compositor = Compositor(Scene(composition.graph, output: size), footage: composition.shelf)
    var text = composition.graphText
    for index in stride(from: 0, to: composition.frameCount, by: 10) {
      text += "frame \(index) \(try compositor.frame(index).digest)\n"
    }
    return text
  }
}
