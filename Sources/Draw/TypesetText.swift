/// What is known of a text before it is drawn.
package struct TypesetText: Hashable, Codable, Sendable {
  /// How far ink reaches over each edge of the logical box, in unscaled pixels, not negative.
  package struct Overflow: Hashable, Codable, Sendable {
    package var left = 0.0
    package var top = 0.0
    package var right = 0.0
    package var bottom = 0.0
  }

  /// A part of the text in one font.
  package struct Stretch: Hashable, Codable, Sendable {
    /// Bytes of the text as UTF-8, from the first character of it to the first that is not.
    package var start: Int
    package var end: Int
    /// Its place in `fonts`.
    package var font: Int
    /// Whether its glyphs are pictures in colour, as those of emoji fonts are.
    package var isColored: Bool
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
  /// Which of the text is set in which of these, in order.
  package var stretches: [Stretch]
  /// Characters that no font has, as `U+1F9CC 🧌`, each once, in the order of the text.
  package var missing: [String]
  /// What a person should be told: families that are not installed, characters without a glyph.
  package var warnings: [String]
}
