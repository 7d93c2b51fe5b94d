/// How a text looks. Lengths are pixels of the unscaled canvas; colours are straight (not premultiplied) sRGB.
///
/// Ranges are in `TextStyle+Check.swift`; a style outside them is an error when it is used.
package struct TextStyle: Hashable, Codable, Sendable {
  /// Which edge the lines of a text share. `start` is the left edge in a left-to-right paragraph and the right edge
  /// in a right-to-left one.
  package enum Alignment: String, Hashable, Codable, Sendable { case start, left, center, right }

  /// Families in order of preference; a character that one lacks is taken from the next, then from any font there is.
  /// `sans-serif`, `serif`, `monospace` and `emoji` name the families that ours stand for.
  package var families: [String]
  /// The font's em.
  package var size: Double
  /// 100 (thin) to 1000 (black), as in CSS: 400 is regular, 700 bold. The nearest weight of the family is used.
  package var weight: Int
  package var italic: Bool
  package var color: Color
  package var alignment: Alignment
  /// From baseline to baseline, as a multiple of `size`. The same for every line, whatever fonts it needs.
  package var lineSpacing: Double
  /// Added between characters; negative draws them together.
  package var letterSpacing: Double
  /// Lines longer than this are broken between words and, where a word alone is too long, inside it. Nil: never.
  package var wrapWidth: Double?
  package var outline: Outline?
  package var shadow: Shadow?
  package var background: Background?
  /// Whether lines run from top to bottom, the first at the right, as Chinese and Japanese may be written. Letters of
  /// scripts that are never written so lie on their side.
  package var isVertical = false
  /// Parts that look otherwise, in order; none overlap.
  package var runs: [Run] = []

  /// Inter for Latin, Greek and Cyrillic; DejaVu Sans for Arabic, Hebrew, symbols and more; Noto for emoji.
  package static let defaultFamilies = ["Inter", "DejaVu Sans", "Noto Color Emoji"]

  package init(
    families: [String] = TextStyle.defaultFamilies, size: Double = 64, weight: Int = 400, italic: Bool = false,
    color: Color = .white, alignment: Alignment = .start, lineSpacing: Double = 1.2, letterSpacing: Double = 0,
    wrapWidth: Double? = nil, outline: Outline? = nil, shadow: Shadow? = nil, background: Background? = nil
  ) {
    self.families = families
    self.size = size
    self.weight = weight
    self.italic = italic
    self.color = color
    self.alignment = alignment
    self.lineSpacing = lineSpacing
    self.letterSpacing = letterSpacing
    self.wrapWidth = wrapWidth
    self.outline = outline
    self.shadow = shadow
    self.background = background
  }
}
