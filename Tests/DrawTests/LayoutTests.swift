import Draw
import Testing

@Suite struct LayoutTests {
  @Test(arguments: [0.25, 0.5, 1.0, 1.7])
  func layoutIsTheSameAtEveryScale(scale: Double) throws {
    let style = TextStyle(size: 40, alignment: .center, wrapWidth: 300)
    let text = "The quick brown fox jumps over the lazy dog, then rests."
    let typesetter = try typesetter()
    let reference = try #require(Picture(typesetter.draw(text, style, scale: 3)).bounds { $0.alpha > 127 })
    let scaled = try #require(Picture(typesetter.draw(text, style, scale: scale)).bounds { $0.alpha > 127 })
    // Within a pixel and a half of where the large picture says.
    #expect(abs(Double(scaled.columns.lowerBound) / scale - Double(reference.columns.lowerBound) / 3) < 1.5 / scale)
    #expect(abs(Double(scaled.columns.upperBound) / scale - Double(reference.columns.upperBound) / 3) < 1.5 / scale)
    #expect(abs(Double(scaled.rows.lowerBound) / scale - Double(reference.rows.lowerBound) / 3) < 1.5 / scale)
    #expect(abs(Double(scaled.rows.upperBound) / scale - Double(reference.rows.upperBound) / 3) < 1.5 / scale)
  }

  /// Without hinting, a line's width is in proportion to its size.
  @Test func widthGrowsWithSize() throws {
    let typesetter = try typesetter()
    let small = try typesetter.measure("Hamburgefonstiv", TextStyle(size: 10))
    let large = try typesetter.measure("Hamburgefonstiv", TextStyle(size: 100))
    #expect(abs(small.width * 10 - large.width) < 1e-9)
    #expect(small.height == 12 && large.height == 120)
  }

  @Test func wrapsAtWords() throws {
    let typesetter = try typesetter()
    let style = TextStyle(size: 40)
    let word = try typesetter.measure("wwwwww", style).width
    var wrapped = style
    wrapped.wrapWidth = word * 1.5
    let text = try typesetter.measure("wwwwww wwwwww", wrapped)
    #expect(text.height == 2 * 48)
    #expect(text.width == word)
  }

  @Test func aWordTooLongForALineIsBrokenInsideWithoutAHyphen() throws {
    let typesetter = try typesetter()
    let half = try typesetter.measure("wwww", TextStyle(size: 40)).width
    let text = try typesetter.measure("wwwwwwww", TextStyle(size: 40, wrapWidth: half + 1))
    #expect(text.height == 2 * 48)
    #expect(text.width == half)
  }

  @Test func aSoftHyphenShowsWhereItBreaks() throws {
    let typesetter = try typesetter()
    let style = TextStyle(size: 40)
    let (whole, half) = try (
      typesetter.measure("wwwwwwww", style).width, typesetter.measure("wwww\u{2010}", style).width
    )
    #expect(try typesetter.measure("wwww\u{AD}wwww", style).width == whole)
    let broken = try typesetter.measure("wwww\u{AD}wwww", TextStyle(size: 40, wrapWidth: half + 1))
    #expect(broken.height == 2 * 48)
    #expect(abs(broken.width - half) < 2)
  }

  @Test func anEmptyTextIsAnEmptyLine() throws {
    let text = try typesetter().measure("", TextStyle(size: 50))
    #expect(text.width == 0 && text.height == 60)
    let picture = try Picture(typesetter().draw("", TextStyle(size: 50)))
    #expect(picture.width == 1 && picture.height == 1 && picture.coverage == 0)
  }

  @Test func everyNewlineIsALine() throws {
    let style = TextStyle(size: 50)
    #expect(try typesetter().measure("a\n\nb\n", style).height == 4 * 60)
    #expect(try typesetter().measure("a\r\nb", style).height == 2 * 60)
  }

  /// A font that has to help out is higher than Inter, and moves nothing.
  @Test func aFallbackFontDoesNotPushLinesApart() throws {
    let style = TextStyle(size: 50)
    #expect(try typesetter().measure("a\nb", style).height == typesetter().measure("سلام\n😀", style).height)
  }

  @Test func alignmentMovesTheShortLine() throws {
    func left(_ alignment: TextStyle.Alignment, _ text: String) throws -> Int {
      let style = TextStyle(size: 40, alignment: alignment)
      let picture = try Picture(typesetter().draw(text, style))
      // The second line lies below row 48.
      let second = picture.pixels.enumerated().filter {
        $0.element.alpha > 127 && $0.offset / picture.width > 50 - picture.y
      }
      return try #require(second.map { $0.offset % picture.width + picture.x }.min())
    }
    let text = "mmmmmmmm\nmm"
    let (l, c, r) = try (left(.left, text), left(.center, text), left(.right, text))
    #expect(l < c && c < r)
    #expect(abs((l + r) / 2 - c) <= 1)
    #expect(try left(.start, text) == l)
    // A right-to-left paragraph starts at the right.
    let hebrew = "שלום עולם\nשל"
    #expect(try left(.start, hebrew) == left(.right, hebrew))
    #expect(try left(.left, hebrew) < left(.start, hebrew))
  }

  @Test func letterSpacingIsAddedBetweenLetters() throws {
    let typesetter = try typesetter()
    let plain = try typesetter.measure("HHHHH", TextStyle(size: 40)).width
    let spaced = try typesetter.measure("HHHHH", TextStyle(size: 40, letterSpacing: 10)).width
    #expect(abs(spaced - plain - 40) < 0.1)
  }

  @Test func nulDoesNotEndAText() throws {
    let typesetter = try typesetter()
    let style = TextStyle(size: 40)
    #expect(try typesetter.measure("ab\0cd", style) == typesetter.measure("ab\u{FFFD}cd", style))
  }
}
