import Draw
import Media
import Testing

@Suite struct PieceTests {
  private func counts(_ text: String, families: [String] = TextStyle.defaultFamilies) throws -> [Int] {
    let pieces = try typesetter().measure(text, TextStyle(families: families, size: 40)).pieces
    return [pieces[.character] ?? 0, pieces[.word] ?? 0, pieces[.line] ?? 0]
  }

  /// What a reader takes for a letter: accents, flags and families are one each.
  @Test func piecesAreWhatReadersSee() throws {
    #expect(try counts("Hello you") == [8, 2, 1])
    #expect(try counts("  don't, stop!\nnow ") == [14, 3, 2])
    #expect(try counts("e\u{301}a") == [2, 1, 1])
    #expect(try counts("👨‍👩‍👧 🇩🇪") == [2, 2, 1])
    #expect(try counts("سلام عليكم")[1] == 2)
    #expect(try counts("") == [0, 0, 0])
    #expect(try counts(" \n ") == [0, 0, 0])
  }

  /// All pieces together are the text, to what edges that touch add up to.
  @Test(arguments: TextPiece.allCases, ["Hello you", "سلام عليكم", "a👍b", "two\nlines"])
  func thePiecesTogetherAreTheText(kind: TextPiece, text: String) throws {
    let typesetter = try typesetter()
    let style = TextStyle(size: 60)
    let whole = Picture(try typesetter.draw(text, style))
    let drawn = try typesetter.draw(text, style, by: kind)
    var sum = [Int](repeating: 0, count: whole.width * whole.height)
    drawn.frame.withPlane(0) { bytes, bytesPerRow in
      for piece in drawn.pieces {
        for row in 0..<piece.height {
          for column in 0..<piece.width {
            let alpha = bytes[(piece.row + row) * bytesPerRow + (piece.column + column) * 4 + 3]
            guard alpha > 0 else { continue }
            let (x, y) = (piece.x + column - whole.x, piece.y + row - whole.y)
            #expect((0..<whole.width).contains(x) && (0..<whole.height).contains(y))
            sum[y * whole.width + x] += Int(alpha)
          }
        }
      }
    }
    let worst = zip(sum, whole.pixels).map { ($0 - Int($1.alpha)).magnitude }.max() ?? 0
    // Letters that touch share an edge, along which both are there in part; in Arabic they reach into one another.
    #expect(worst <= (text.utf8.first == 0xD8 && kind == .character ? 255 : 12))
  }

  @Test func wordsFromRightToLeftAreInReadingOrder() throws {
    let drawn = try typesetter().draw("سلام عليكم", TextStyle(size: 60), by: .word)
    #expect(drawn.pieces.map(\.part) == [.letters(0), .letters(1)])
    #expect(drawn.pieces[0].x > drawn.pieces[1].x && drawn.pieces[0].isRightToLeft)
  }

  @Test func whatLiesUnderLettersIsApart() throws {
    let style = TextStyle(size: 40, outline: .init(width: 4), shadow: .init(), background: .init(color: .black))
    let parts = try typesetter().draw("a b", style, by: .word).pieces.map(\.part)
    #expect(parts == [.ground, .setting(0), .setting(1), .letters(0), .letters(1)])
  }

  @Test func tooManyPiecesAreRefused() throws {
    let text = String(repeating: "ab\n", count: 1200)
    #expect(throws: DrawError.tooManyPieces(count: 2400, limit: 2000)) {
      try typesetter().draw(text, TextStyle(size: 10), by: .character)
    }
  }
}
