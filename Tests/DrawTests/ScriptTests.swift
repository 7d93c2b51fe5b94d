import Draw
import Testing

@Suite struct ScriptTests {
  @Test func arabicIsJoined() throws {
    let typesetter = try typesetter()
    let style = TextStyle(size: 60)
    let joined = try typesetter.measure("سلام", style).width
    // A non-joiner between the letters keeps each in its isolated form.
    let apart = try typesetter.measure("س\u{200C}ل\u{200C}ا\u{200C}م", style).width
    #expect(joined < apart * 0.9)
  }

  /// The second letter of a right-to-left word lies left of the first.
  @Test func hebrewRunsFromTheRight() throws {
    let typesetter = try typesetter()
    // Lamed alone reaches over the others: its ascender is where the word's highest ink is.
    func ascender(_ text: String) throws -> Double {
      let picture = try Picture(typesetter.draw(text, TextStyle(size: 80)))
      let ink = try #require(picture.bounds { $0.alpha > 127 })
      let top = picture.pixels.prefix(picture.width * (ink.rows.lowerBound - picture.y + 2)).enumerated()
      let columns = top.filter { $0.element.alpha > 127 }.map { Double($0.offset % picture.width) }
      return columns.reduce(0, +) / Double(columns.count) / Double(picture.width)
    }
    #expect(try ascender("לממממ") > 0.7)
    #expect(try ascender("ממממל") < 0.3)
  }

  @Test func combiningMarksSitOnTheirLetter() throws {
    let typesetter = try typesetter()
    let style = TextStyle(size: 60)
    #expect(try typesetter.measure("e\u{301}", style).width == typesetter.measure("e", style).width)
    #expect(try Picture(typesetter.draw("e\u{301}", style)) == Picture(typesetter.draw("\u{E9}", style)))
  }

  @Test func emojiIsColoured() throws {
    let picture = try Picture(typesetter().draw("😀", TextStyle(size: 64)))
    let yellow = picture.pixels.filter { $0.alpha == 255 && $0.red > 200 && $0.green > 140 && $0.blue < 90 }
    #expect(yellow.count > 500)
  }

  @Test func emojiIsAsLargeAsItsSize() throws {
    for (size, scale) in [(20.0, 1.0), (20, 4), (80, 1), (300, 1)] {
      let picture = try Picture(typesetter().draw("😀", TextStyle(size: size), scale: scale))
      let ink = try #require(picture.bounds { $0.alpha > 127 })
      #expect(abs(Double(ink.rows.count) / (size * scale) - 1.05) < 0.15)
    }
  }

  @Test func aJoinedSequenceIsOnePicture() throws {
    let typesetter = try typesetter()
    let style = TextStyle(size: 64)
    let one = try typesetter.measure("👩", style).width
    #expect(try typesetter.measure("👩‍👩‍👧‍👦", style).width < one * 1.1)
    #expect(try typesetter.measure("👍🏽", style).width < one * 1.1)
    #expect(try typesetter.measure("🇩🇪", style).width < one * 1.1)
  }

  /// An alpha of one half halves emoji like letters.
  @Test func emojiFadeWithTheColour() throws {
    var style = TextStyle(size: 64)
    let full = try Picture(typesetter().draw("a😀", style)).coverage
    style.color.alpha = 128
    let half = try Picture(typesetter().draw("a😀", style)).coverage
    #expect(abs(half / full - 0.5) < 0.01)
  }
}
