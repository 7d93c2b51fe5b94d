package import Media
package import Pixels

/// The pieces of a text, side by side in one picture.
package struct TextPieces: Sendable {
  package struct Piece: Sendable {
    /// Its place in reading order; nil for what lies under all of them and does not move.
    package var number: Int?
    /// Whether it is letters, and not what lies under them.
    package var isLetters: Bool
    /// Its part of the picture.
    package var area: Rectangle
    /// Where the part's left top corner belongs, from that of the text's box, in the picture's pixels.
    package var x: Double
    package var y: Double
    package var isRightToLeft: Bool

    package init(number: Int?, isLetters: Bool, area: Rectangle, x: Double, y: Double, isRightToLeft: Bool) {
      (self.number, self.isLetters, self.area) = (number, isLetters, area)
      (self.x, self.y, self.isRightToLeft) = (x, y, isRightToLeft)
    }
  }

  package let frame: Frame
  /// From the bottom up.
  package let pieces: [Piece]

  package init(frame: Frame, pieces: [Piece]) { (self.frame, self.pieces) = (frame, pieces) }
}
