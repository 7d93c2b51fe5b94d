package import Media

/// The pieces of a text, side by side in one picture, and where each belongs.
package struct DrawnPieces: Sendable {
  package struct Piece: Hashable, Codable, Sendable {
    /// What of a text it is.
    package enum Part: Hashable, Codable, Sendable {
      /// Its background, which belongs to no piece.
      case ground
      /// Shadow and outline of a piece, which lie under the letters of all.
      case setting(Int)
      /// The letters of a piece, by its number in reading order.
      case letters(Int)
    }

    package var part: Part
    /// Its rectangle in the picture.
    package var column: Int
    package var row: Int
    package var width: Int
    package var height: Int
    /// Where that rectangle's corner belongs, seen from the logical box's, in scaled pixels.
    package var x: Int
    package var y: Int
    /// Whether it is read from right to left.
    package var isRightToLeft: Bool

    package init(
      part: Part, column: Int, row: Int, width: Int, height: Int, x: Int, y: Int, isRightToLeft: Bool = false
    ) {
      (self.part, self.column, self.row, self.width, self.height) = (part, column, row, width, height)
      (self.x, self.y, self.isRightToLeft) = (x, y, isRightToLeft)
    }
  }

  /// `.rgba8`, premultiplied, sRGB. Rectangles are two clear pixels apart at least.
  package var frame: Frame
  /// From the bottom up: ground, settings, letters.
  package var pieces: [Piece]

  package init(frame: Frame, pieces: [Piece]) { (self.frame, self.pieces) = (frame, pieces) }
}
