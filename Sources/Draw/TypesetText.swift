/// What is known of a text before it is drawn.
package struct TypesetText: Hashable, Codable, Sendable {
  /// How far ink reaches over each edge of the logical box, in unscaled pixels, not negative.
  package struct Overflow: Hashable, Codable, Sendable {
    package var left = 0.0
    package var top = 0.0
    package var right = 0.0
    package var bottom = 0.0
  }

  /// The logical box, in unscaled pixels: as wide as the longest line, as high as the lines, and the background's
  /// padding around them. An empty text has the height of one line and no width.
  package var width: Double
  package var height: Double
  /// How many pieces of each kind can be seen.
  package var pieces: [TextPiece: Int]
  /// What outline, shadow, and glyphs that hang over add to the box.
  package var overflow: Overflow
  /// In the order of first use; after them those that its style asks for and no letter needs, whose measures count, too.
  package var fonts: [FontUse]
  /// Characters that no font has, as `U+1F9CC 🧌`, each once, in the order of the text.
  package var missing: [String]
  /// What a person should be told: families that are not installed, characters without a glyph.
  package var warnings: [String]
}
