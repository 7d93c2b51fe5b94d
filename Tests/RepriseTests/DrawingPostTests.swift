import Foundation
import Graph
import Media
import Props
import Store
import Testing

@testable import Reprise

/// SVG pictures in recipes.
@Suite struct DrawingPostTests {
  private let workshop: Workshop

  init() throws {
    workshop = try Workshop()
    try workshop.write(
      "logo.svg",
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path d="M0 0H16L0 16z" fill="red"/></svg>
      """.utf8)
  }

  private func recipe(_ clip: String) -> Recipe {
    Recipe(source: "canvas { width = 160, height = 160, fps = 10 }\nreturn \(clip)", folder: workshop.path(""))
  }

  private func reds(_ recipe: Recipe, _ isolation: Runtime.Isolation) throws -> [UInt8] {
    let frame = try Runtime(isolation: isolation).evaluate(recipe).picture(at: .zero)
    return frame.withPlane(0) { bytes, stride in
      (0..<160).flatMap { row in (0..<160).map { bytes[row * stride + $0 * 4] } }
    }
  }

  /// A triangle on ten times its size: where it was stretched, its edge would be soft for ten pixels to each side.
  @Test(arguments: [
    "solid('black'):layer(image('logo.svg'):scale(10)):lasting(1)", "image('logo.svg'):lasting(1)",
    "solid('black'):layer(image('logo.svg'):fit('cover')):lasting(1)",
    "solid('black'):layer(image('logo.svg'):pin {{0, 0}, {1, 0}, {1, 1}, {0, 1}}):lasting(1)",
    "solid('black'):layer(path('M0 0H16L0 16z', { fill = 'red' }):pin {{0, 0}, {1, 0}, {1, 1}, {0, 1}}):lasting(1)",
    "solid('black'):layer(image('logo.svg'):scale { [0] = 10, [1] = 12 }):lasting(1)",
  ])
  func aPictureIsSharpAtTheScaleInWhichItIsShown(clip: String) throws {
    for isolation in [Runtime.Isolation.process(), .inProcess] {
      let reds = try reds(recipe(clip), isolation)
      let soft = (0..<160).map { row in reds[row * 160..<row * 160 + 160].count { $0 > 16 && $0 < 239 } }
      #expect(soft.allSatisfy { $0 <= 3 }, "\(clip) \(isolation)")
      #expect(abs(reds.count { $0 >= 128 } - 12_800) <= 160)
    }
  }

  @Test func aPictureKeepsItsOwnSizeAsALayer() throws {
    let reds = try reds(recipe("solid('black'):layer(image('logo.svg')):lasting(1)"), .process())
    #expect(abs(reds.count { $0 >= 128 } - 128) <= 16)
    #expect(reds[72 * 160 + 72] == 255 && reds[71 * 160 + 71] == 0)
  }

  @Test(arguments: [
    ("<script/>", "\"bad.svg\": line 2: has a script, <script>", "take it out"),
    ("<text>a</text>", "text, whose fonts differ between machines", "convert it to paths"),
    ("<image href='http://x/'/>", "a picture inside the picture", "layer it there"),
  ])
  func whatIsRefusedIsAMistakeOfTheRecipe(content: String, came: String, remedy: String) throws {
    let text = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'>\n\(content)</svg>"
    try workshop.write("bad.svg", text.utf8)
    for isolation in [Runtime.Isolation.process(), .inProcess] {
      let error = #expect(throws: RepriseError.self) {
        try Runtime(isolation: isolation).evaluate(recipe("image('bad.svg'):lasting(1)"))
      }
      #expect(error?.came.contains(came) == true && error?.remedy?.contains(remedy) == true, "\(error as Any)")
      #expect(error?.line == 2)
    }
  }

  @Test func aDrawingDoesNotMove() throws {
    let error = #expect(throws: RepriseError.self) { try Runtime().evaluate(recipe("video('logo.svg')")) }
    #expect(error?.came.contains("no moving picture") == true)
  }

  @Test func aPostBringsItsDrawingsAlong() throws {
    let store = try RecipeStore(folder: workshop.path("store"))
    let whole = recipe("image('logo.svg'):lasting(1)")
    let before = try Runtime().evaluate(whole).picture(at: .zero)
    let post = try store.publish(
      Runtime().evaluate(whole), PostDetails(author: "Ana"), keyFile: workshop.path("key"))
    try FileManager.default.removeItem(atPath: workshop.path("logo.svg"))
    let after = try Runtime().evaluate(post, in: store).picture(at: .zero)
    let areEqual = before.withPlane(0) { a, _ in after.withPlane(0) { b, _ in a.elementsEqual(b) } }
    #expect(areEqual)
  }
}
