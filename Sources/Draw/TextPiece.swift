/// What a text is taken apart into, so that each piece can move.
package enum TextPiece: String, Hashable, Codable, Sendable, CaseIterable {
  /// What a reader takes for a letter, with all its marks; several where a font joins them in one glyph.
  case character
  /// What stands between white space; and, in scripts without any, what a dictionary says.
  case word
  case line
}
