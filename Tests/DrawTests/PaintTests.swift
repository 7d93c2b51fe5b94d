import Draw
import Testing

@Suite struct PaintTests {
  @Test func twoRunsDrawTheSameBytes() throws {
    let style = TextStyle(
      size: 70, weight: 800, outline: .init(width: 5), shadow: .init(), background: .init(color: .black))
    let text = "Same bytes: سلام 😀"
    let first = try Picture(typesetter().draw(text, style, scale: 1.5))
    #expect(try Picture(typesetter().draw(text, style, scale: 1.5)) == first)
    let another = try Typesetter(library: FontLibrary())
    #expect(try Picture(another.draw(text, style, scale: 1.5)) == first)
  }

  @Test func threadsDrawTheSameBytes() async throws {
    let shared = try typesetter()
    let style = TextStyle(size: 50, outline: .init(width: 3), shadow: .init())
    let alone = try Picture(shared.draw("Turn by turn 😀", style))
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for index in 0..<16 {
        group.addTask {
          let typesetter = index.isMultiple(of: 2) ? shared : try typesetter()
          return try Picture(typesetter.draw("Turn by turn 😀", style)) == alone
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }

  @Test func coloursArePremultiplied() throws {
    var style = TextStyle(size: 100, color: .init(red: 200, green: 100, blue: 40, alpha: 128))
    style.weight = 900
    let pixels = try Picture(typesetter().draw("I", style)).pixels
    #expect(pixels.allSatisfy { $0.red <= $0.alpha && $0.green <= $0.alpha && $0.blue <= $0.alpha })
    let inside = try #require(pixels.max { $0.alpha < $1.alpha })
    #expect(inside.alpha == 128)
    #expect(abs(Int(inside.red) - 100) <= 1 && abs(Int(inside.green) - 50) <= 1 && abs(Int(inside.blue) - 20) <= 1)
  }

  /// Letters that overlap are one shape, so a translucent text has no darker seams.
  @Test func joinedLettersShowNoSeams() throws {
    var style = TextStyle(size: 100)
    style.color.alpha = 100
    let pixels = try Picture(typesetter().draw("سلام", style)).pixels
    #expect(pixels.allSatisfy { $0.alpha <= 100 })
  }

  @Test func outlineGrowsInkNotBox() throws {
    let typesetter = try typesetter()
    let plain = TextStyle(size: 100)
    var outlined = plain
    outlined.outline = .init(width: 6)
    let (a, b) = try (typesetter.measure("HOH", plain), typesetter.measure("HOH", outlined))
    #expect(a.width == b.width && a.height == b.height)
    let before = try #require(Picture(typesetter.draw("HOH", plain)).bounds { $0.alpha > 127 })
    let after = try #require(Picture(typesetter.draw("HOH", outlined)).bounds { $0.alpha > 127 })
    #expect(abs(before.rows.lowerBound - after.rows.lowerBound - 6) <= 1)
    #expect(abs(after.columns.upperBound - before.columns.upperBound - 6) <= 1)
  }

  /// Only what lies outside of the letters shows the outline: their inside keeps its own colour.
  @Test func outlineDoesNotShineThroughTranslucentLetters() throws {
    var style = TextStyle.red(size: 100)
    style.weight = 900
    style.color.alpha = 128
    style.outline = .init(width: 6, color: .init(red: 0, green: 0, blue: 255))
    let pixels = try Picture(typesetter().draw("I", style)).pixels
    #expect(pixels.contains(.init(red: 128, green: 0, blue: 0, alpha: 128)))
    #expect(pixels.contains(.init(red: 0, green: 0, blue: 255, alpha: 255)))
  }

  @Test func shadowLiesWhereItIsAskedFor() throws {
    var style = TextStyle.red(size: 100)
    let letters = try #require(Picture(typesetter().draw("HI", style)).bounds { $0.red > 127 })
    style.shadow = .init(dx: 300, dy: 200, blur: 0, color: .init(red: 0, green: 0, blue: 255))
    for scale in [1.0, 2.0] {
      let picture = try Picture(typesetter().draw("HI", style, scale: scale))
      let shadow = try #require(picture.bounds { $0.blue > 127 })
      #expect(abs(Double(shadow.columns.lowerBound) / scale - Double(letters.columns.lowerBound + 300)) <= 1)
      #expect(abs(Double(shadow.rows.upperBound + 1) / scale - Double(letters.rows.upperBound + 201)) <= 1)
    }
  }

  /// A blur spreads the shadow and loses nothing at the edges of the frame.
  @Test func blurKeepsTheShadowsWeight() throws {
    var style = TextStyle.red(size: 60)
    style.shadow = .init(dx: 1000, dy: 0, blur: 0, color: .init(red: 0, green: 0, blue: 255))
    func blues() throws -> [Int] { try Picture(typesetter().draw("Weight", style)).pixels.map { Int($0.blue) } }
    let sharp = try blues()
    style.shadow?.blur = 30
    let soft = try blues()
    #expect(abs(Double(soft.reduce(0, +)) / Double(sharp.reduce(0, +)) - 1) < 0.02)
    #expect(sharp.max() == 255)
    #expect((soft.max() ?? 255) < 200)
  }

  @Test func backgroundIsTheLogicalBox() throws {
    let typesetter = try typesetter()
    let style = TextStyle(size: 50, background: .init(color: .black, padding: 20, radius: 0))
    let text = try typesetter.measure("Box", style)
    let plain = try typesetter.measure("Box", TextStyle(size: 50))
    #expect(text.width == plain.width + 40 && text.height == plain.height + 40)
    let box = try #require(Picture(typesetter.draw("Box", style)).bounds { $0.alpha > 127 })
    #expect(box.columns.lowerBound == 0 && abs(Double(box.columns.upperBound + 1) - text.width) <= 1)
    #expect(box.rows == 0...99)
  }
}
