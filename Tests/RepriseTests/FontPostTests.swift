import Draw
import Foundation
import Graph
import Props
import Store
import Testing

@testable import Reprise

/// A post that carries a font of its own plays where nobody has it, and the font stays a stranger's.
@Suite struct FontPostTests {
  private let workshop: Workshop
  private let store: RecipeStore

  init() throws {
    workshop = try Workshop()
    store = try RecipeStore(folder: workshop.path("store"))
    // The same letters under other bytes: with a byte behind the end, it is installed nowhere.
    let inter = try #require(try FontLibrary().files.first { $0.hasSuffix("Inter-SemiBold.otf") })
    try FileManager.default.createDirectory(atPath: workshop.path("fonts"), withIntermediateDirectories: true)
    try workshop.write("fonts/own.otf", [UInt8](Data(contentsOf: URL(filePath: inter))) + [0])
  }

  @Test func itIsSetAndDrawnAsWithTheFontAtHand() throws {
    let recipe = Recipe(
      source: "canvas { width = 320, height = 180 } return text('Remix me', { size = 48 }):lasting(1)")
    let original = try Runtime(fontFolders: [workshop.path("fonts")]).evaluate(recipe)
    let post = try store.publish(original, PostDetails(author: "Ana"), keyFile: workshop.path("key"))
    try FileManager.default.removeItem(atPath: workshop.path("fonts"))
    let pinned = post.post.manifest.pins.fonts
    let files = try pinned.reduce(into: [Digest: String]()) { $0[$1] = try store.store.path(of: $1) }
    #expect(pinned.count == 1 && !files.contains { InstalledFonts.twin(of: $0, at: $1) != nil })
    for isolation in [Runtime.Isolation.process(), .inProcess] {
      let played = try Runtime(isolation: isolation).evaluate(post, in: store)
      #expect(played.graphText == original.graphText)
      let (mine, theirs) = (try played.picture(at: .zero), try original.picture(at: .zero))
      let areEqual = mine.withPlane(0) { a, _ in theirs.withPlane(0) { b, _ in a.elementsEqual(b) } }
      #expect(areEqual, "\(isolation)")
    }
  }

  @Test func installedFontsAreKnownByTheirBytes() throws {
    let path = try #require(try FontLibrary().files.first { $0.hasSuffix("DejaVuSans.ttf") })
    let digest = try LocalFile.digest(of: path, kind: "font")
    let copy = try workshop.write("copy", [UInt8](Data(contentsOf: URL(filePath: path))))
    #expect(InstalledFonts.twin(of: digest, at: copy) == path)
    #expect(InstalledFonts.twin(of: digest, at: workshop.path("fonts/own.otf")) == nil)
  }
}
