import Draw
import Testing

@Suite struct VerticalTests {
  private let vertical: TextStyle = {
    var style = TextStyle(size: 50)
    style.isVertical = true
    return style
  }()

  @Test func aTextThatRunsDownwardsIsAsHighAsItWouldBeWide() throws {
    let typesetter = try typesetter()
    let (down, along) = (
      try typesetter.measure("Hello", vertical), try typesetter.measure("Hello", TextStyle(size: 50))
    )
    #expect((down.height - along.width).magnitude < 0.5)
    #expect(down.width == along.height)
    // And the next text runs as it should.
    #expect(try typesetter.measure("Hello", TextStyle(size: 50)) == along)
  }

  /// Letters lie on their side: the picture is the one along, turned clockwise.
  @Test func lettersThatAreNeverWrittenDownwardsAreTurned() throws {
    let typesetter = try typesetter()
    let turned = Picture(try typesetter.draw("F", vertical))
    let ink = try #require(turned.bounds { $0.alpha > 128 })
    let upright = try #require(Picture(try typesetter.draw("F", TextStyle(size: 50))).bounds { $0.alpha > 128 })
    #expect((ink.rows.count - upright.columns.count).magnitude <= 1)
    #expect((ink.columns.count - upright.rows.count).magnitude <= 1)
  }

  @Test func theFirstLineIsAtTheRight() throws {
    let typesetter = try typesetter()
    var style = vertical
    style.runs = [.init(start: 0, end: 1, color: .init(red: 255, green: 0, blue: 0))]
    let picture = Picture(try typesetter.draw("I\nI", style))
    let red = try #require(picture.bounds { $0.red > 128 && $0.green < 64 && $0.alpha > 128 })
    let white = try #require(picture.bounds { $0.green > 128 })
    #expect(red.columns.lowerBound > white.columns.upperBound)
    #expect(try typesetter.measure("I\nI", style).width == 2 * 60)
  }

  @Test func piecesLieWhereTheTextIs() throws {
    let typesetter = try typesetter()
    let whole = Picture(try typesetter.draw("ab c", vertical))
    for piece in try typesetter.draw("ab c", vertical, by: .character).pieces {
      #expect(piece.x >= whole.x && piece.x + piece.width <= whole.x + whole.width)
      #expect(piece.y >= whole.y && piece.y + piece.height <= whole.y + whole.height)
    }
  }
}
