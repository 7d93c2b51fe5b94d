import Draw
import Foundation
import Graph
import Props
import Recipe
import Store
import Testing

@testable import Reprise

/// A text is set in a font that lies beside the recipe as it would be if the font were installed, and in a post wherever it goes.
@Suite struct BroughtFontTests {
  private let workshop: Workshop
  private static let canvas = "canvas { width = 480, height = 120 } "

  init() throws {
    workshop = try Workshop()
    let serif = try #require(try FontLibrary().files.first { $0.hasSuffix("/DejaVuSerif.ttf") })
    // With a byte behind the end it is installed nowhere.
    try workshop.write("Brand.ttf", [UInt8](Data(contentsOf: URL(filePath: serif))) + [0])
  }

  private func recipe(_ text: String) -> Recipe {
    Recipe(source: "\(Self.canvas) return \(text):lasting(1)", folder: workshop.path(""))
  }

  private func bytes(_ composition: Composition) throws -> [UInt8] {
    try composition.picture(at: .zero).withPlane(0) { bytes, _ in Array(bytes) }
  }

  @Test(arguments: ["Remix me", "Remix سلام", "Ελληνικά 👍🏽", "क"], [Runtime.Isolation.process(), .inProcess])
  func aTextIsSetAsIfTheFontWereInstalled(words: String, isolation: Runtime.Isolation) throws {
    let runtime = Runtime(isolation: isolation)
    let brought = try runtime.evaluate(recipe("text('\(words)', { size = 48, font = 'Brand.ttf', weight = 400 })"))
    let installed = try runtime.evaluate(
      recipe("text('\(words)', { size = 48, font = 'DejaVu Serif', weight = 400 })"))
    #expect(try bytes(brought) == bytes(installed))
    #expect(brought.warnings.map(\.message) == installed.warnings.map(\.message))
  }

  @Test func runsChooseTheirOwn() throws {
    let brought = try Runtime().evaluate(
      recipe("text({ 'plain ', { 'branded', font = 'Brand.ttf', weight = 400 } }, { size = 48 })"))
    let installed = try Runtime().evaluate(
      recipe("text({ 'plain ', { 'branded', font = 'DejaVu Serif', weight = 400 } }, { size = 48 })"))
    #expect(try bytes(brought) == bytes(installed))
  }

  /// Otherwise what lies beside a recipe would change texts that do not ask for it.
  @Test func noOtherTextIsSetInIt() throws {
    let black = try #require(try FontLibrary().files.first { $0.hasSuffix("/Inter-Black.otf") })
    try workshop.write("Loud.otf", [UInt8](Data(contentsOf: URL(filePath: black))) + [0])
    let with = try Runtime().evaluate(
      recipe("stack { text('Remix', { size = 48, weight = 400 }), text(' ', { font = 'Loud.otf' }) }"))
    let without = try Runtime().evaluate(recipe("text('Remix', { size = 48, weight = 400 })"))
    #expect(try bytes(with) == bytes(without))
    let mixed = "text({ { 'Remix', font = 'Inter', weight = 400 }, { '.', font = 'Loud.otf' } }, { size = 48 })"
    // The third is what the rest of the text would be set in.
    #expect(try Runtime().evaluate(recipe(mixed)).result.fonts.count == 3)
  }

  @Test func aPostBringsItAlong() throws {
    let store = try RecipeStore(folder: workshop.path("store"))
    let source = recipe(
      """
      stack { text('سلام, remix', { size = 40, font = 'Brand.ttf' }):at('50%', '30%'), \
      text('Inter', { size = 30, weight = 800 }):at('50%', '80%') }
      """)
    let original = try Runtime().evaluate(source)
    let picture = try bytes(original)
    let post = try store.publish(original, PostDetails(author: "Ana"), keyFile: workshop.path("key"))
    try FileManager.default.removeItem(atPath: workshop.path("Brand.ttf"))
    for isolation in [Runtime.Isolation.process(), .inProcess] {
      let played = try Runtime(isolation: isolation).evaluate(post, in: store)
      #expect(played.graphText == original.graphText)
      #expect(try bytes(played) == picture, "\(isolation)")
    }
  }

  /// The graph knows a font by what is in it.
  @Test func whatTheFileIsCalledDoesNotMatter() throws {
    let before = try Runtime().evaluate(recipe("text('x', { font = 'Brand.ttf' })")).graphText
    try FileManager.default.moveItem(atPath: workshop.path("Brand.ttf"), toPath: workshop.path("House.TTF"))
    #expect(try Runtime().evaluate(recipe("text('x', { font = 'House.TTF' })")).graphText == before)
    try workshop.write("House.TTF", [UInt8](Data(contentsOf: URL(filePath: workshop.path("House.TTF")))) + [0])
    #expect(try Runtime().evaluate(recipe("text('x', { font = 'House.TTF' })")).graphText != before)
  }

  @Test(arguments: [
    ("Missing.ttf", "\"Missing.ttf\""), ("../Brand.ttf", "leads out of the recipe's folder"),
    ("noise.otf", "\"noise.otf\" is no font that can be used"),
    ("empty.ttf", "\"empty.ttf\" is no font that can be used"),
    ("half.ttf", "\"half.ttf\" is no font that can be used"),
  ])
  func whatCannotBeUsedIsSaidByItsName(name: String, words: String) throws {
    let whole = try [UInt8](Data(contentsOf: URL(filePath: workshop.path("Brand.ttf"))))
    try workshop.write("noise.otf", (0..<5000).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ $0 >> 5) })
    try workshop.write("empty.ttf", [])
    try workshop.write("half.ttf", whole.prefix(whole.count / 3))
    for isolation in [Runtime.Isolation.process(), .inProcess] {
      let error = #expect(throws: RepriseError.self) {
        try Runtime(isolation: isolation).evaluate(recipe("text('x', { font = '\(name)' })"))
      }
      #expect(error?.description.contains(words) == true, "\(String(describing: error))")
      #expect(error?.description.contains("sha256") == false)
    }
  }

  @Test func aMissingSlantIsSaidOfTheFile() throws {
    let warnings = try Runtime().evaluate(recipe("text('x', { font = 'Brand.ttf', italic = true })")).warnings
    #expect(warnings.map(\.message).contains { $0.contains("font \"Brand.ttf\" has no italic") })
  }

  @Test func captionsAreSetInIt() throws {
    try workshop.write("talk.srt", "1\n00:00:00,000 --> 00:00:01,000\nHello\n".utf8)
    func captions(_ style: String) -> Recipe {
      Recipe(source: "\(Self.canvas) return captions('talk.srt', { \(style) })", folder: workshop.path(""))
    }
    let brought = try Runtime().evaluate(captions("size = 40, font = 'Brand.ttf'"))
    let installed = try Runtime().evaluate(captions("size = 40, font = 'DejaVu Serif', weight = 400"))
    #expect(try bytes(brought) == bytes(installed))
  }

  @Test func choicesOfFontsAreBounded() throws {
    let whole = try [UInt8](Data(contentsOf: URL(filePath: workshop.path("Brand.ttf"))))
    for number in 0..<17 { try workshop.write("\(number).ttf", whole + [UInt8](repeating: 0, count: number + 1)) }
    let texts = (0..<17).map { "text('x', { font = '\($0).ttf' })" }.joined(separator: ", ")
    let error = #expect(throws: RepriseError.self) { try Runtime().evaluate(recipe("stack { \(texts) }")) }
    #expect(error?.description.contains("in more than 16 ways") == true, "\(String(describing: error))")
  }
}
