/// What measures texts and draws them. Any thread may ask; calls take turns.
package protocol TextSetting: AnyObject, Sendable {
  /// Sizes, fonts and warnings of a text, without drawing it.
  func measure(_ text: String, _ style: TextStyle) throws -> TypesetText
  /// A text as a picture, `scale` times as large as it measures.
  func draw(_ text: String, _ style: TextStyle, scale: Double) throws -> DrawnText
  /// The pieces of a text as pictures, each for itself.
  func draw(_ text: String, _ style: TextStyle, by piece: TextPiece, scale: Double) throws -> DrawnPieces
}

extension Typesetter: TextSetting {}
