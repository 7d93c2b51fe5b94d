import Draw
import Pixels
import Render

extension TextPicture {
  init(_ drawn: DrawnText) { self.init(frame: drawn.frame, x: Double(drawn.x), y: Double(drawn.y)) }
}

extension TextPieces {
  init(_ drawn: DrawnPieces) {
    self.init(frame: drawn.frame, pieces: drawn.pieces.map(Piece.init))
  }
}

extension TextPieces.Piece {
  fileprivate init(_ piece: DrawnPieces.Piece) {
    let area = Rectangle(
      left: Double(piece.column), top: Double(piece.row), right: Double(piece.column + piece.width),
      bottom: Double(piece.row + piece.height))
    let (number, isLetters): (Int?, Bool) =
      switch piece.part {
      case .ground: (nil, false)
      case .setting(let number): (number, false)
      case .letters(let number): (number, true)
      }
    self.init(
      number: number, isLetters: isLetters, area: area, x: Double(piece.x), y: Double(piece.y),
      isRightToLeft: piece.isRightToLeft)
  }
}
