/// Draws the pieces of a laid-out text, each for itself.
struct PiecePainter {
  let layout: TextLayout
  let style: TextStyle
  let scale: Double

  func paint(_ pieces: [[GlyphSlice]]) throws(DrawError) -> DrawnPieces {
    guard pieces.count <= TextStyle.Limits.pieces else {
      throw .tooManyPieces(count: pieces.count, limit: TextStyle.Limits.pieces)
    }
    var sheet = PieceSheet(width: 2048)
    if style.background != nil { sheet.add(try paint([], .all), .ground) }
    if style.outline != nil || style.shadow != nil {
      for (number, piece) in pieces.enumerated() { sheet.add(try paint(piece, .setting), .setting(number)) }
    }
    for (number, piece) in pieces.enumerated() {
      sheet.add(try paint(piece, .letters), .letters(number), isRightToLeft: piece.last?.run.isRightToLeft == true)
    }
    return try sheet.finished()
  }

  private func paint(_ piece: [GlyphSlice], _ part: TextPainter.Part) throws(DrawError) -> DrawnText {
    try TextPainter(layout: layout, style: style, scale: scale, piece: piece, part: part).paint()
  }
}
