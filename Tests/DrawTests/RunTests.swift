import Draw
import Testing

private let red = TextStyle.Color(red: 255, green: 0, blue: 0)

@Suite struct RunTests {
  /// What a run looks like is what a whole text of that style looks like.
  @Test func aRunOverAllOfATextIsItsStyle() throws {
    let typesetter = try typesetter()
    var runs = TextStyle(size: 40)
    runs.runs = [.init(start: 0, end: 5, weight: 800, italic: true, color: red, letterSpacing: 3)]
    let whole = TextStyle(size: 40, weight: 800, italic: true, color: red, letterSpacing: 3)
    #expect(try Picture(typesetter.draw("Hello", runs)) == Picture(typesetter.draw("Hello", whole)))
  }

  @Test func aRunInItsOwnColourMovesNothing() throws {
    let typesetter = try typesetter()
    for text in ["office flag", "سلام عليكم", "नमस्ते दुनिया", "a👍b"] {
      let plain = TextStyle(size: 50)
      var runs = plain
      let bytes = Array(text.utf8)
      let middle =
        (bytes.count / 2...bytes.count).first { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 } ?? bytes.count
      runs.runs = [.init(start: 0, end: middle, color: plain.color)]
      let (a, b) = try (typesetter.measure(text, plain), typesetter.measure(text, runs))
      #expect((a.width - b.width).magnitude < 0.2, "\(text)")
      #expect(a.height == b.height, "\(text)")
    }
  }

  @Test func aRunHasItsColourAndTheRestKeepsTheirs() throws {
    var style = TextStyle(size: 60, color: .white)
    style.runs = [.init(start: 1, end: 2, color: red)]
    let picture = Picture(try typesetter().draw("III", style))
    let reds = picture.pixels.count { $0.red > 200 && $0.green < 50 }
    let whites = picture.pixels.count { $0.green > 200 }
    #expect((whites - 2 * reds).magnitude < reds.magnitude / 4)
  }

  @Test func aLargerRunPushesItsLineOpen() throws {
    var style = TextStyle(size: 20, lineSpacing: 1.5)
    style.runs = [.init(start: 4, end: 5, size: 60)]
    #expect(try typesetter().measure("one\ntwo\nten", style).height == 20 * 1.5 * 2 + 60 * 1.5)
    style.runs = [.init(start: 4, end: 5, size: 10)]
    #expect(try typesetter().measure("one\ntwo\nten", style).height == 20 * 1.5 * 3)
  }

  @Test(arguments: [(0, 9), (-1, 2), (2, 2), (3, 1), (0, 2)])
  func aRunThatIsNoPartOfItsTextIsRefused(start: Int, end: Int) throws {
    var style = TextStyle(size: 20)
    style.runs = [.init(start: start, end: end)]
    #expect(throws: DrawError.self) { try typesetter().measure("aé", style) }
  }

  @Test func runsThatOverlapOrAreTooManyAreRefused() throws {
    var style = TextStyle(size: 20)
    style.runs = [.init(start: 0, end: 3), .init(start: 2, end: 4)]
    #expect(throws: DrawError.self) { try typesetter().measure("abcdef", style) }
    style.runs = (0..<2001).map { .init(start: $0, end: $0 + 1) }
    #expect(throws: DrawError.self) { try typesetter().measure(String(repeating: "a", count: 3000), style) }
    style.runs = [.init(start: 0, end: 1, size: .nan)]
    #expect(throws: DrawError.self) { try typesetter().measure("abcdef", style) }
  }
}
