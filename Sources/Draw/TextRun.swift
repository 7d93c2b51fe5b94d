import CPango

/// Glyphs of one font on one line. A view into a layout, which must outlive it.
struct TextRun {
  let font: UnsafeMutablePointer<PangoFont>?
  let glyphs: UnsafeMutablePointer<PangoGlyphString>
  /// The byte of the text at which it begins.
  let start: Int
  let item: UnsafeMutablePointer<PangoGlyphItem>

  init(_ item: UnsafeMutablePointer<PangoGlyphItem>) {
    self.item = item
    font = item.pointee.item.pointee.analysis.font
    glyphs = item.pointee.glyphs
    start = Int(item.pointee.item.pointee.offset)
  }

  /// The byte behind its last.
  var end: Int { start + Int(item.pointee.item.pointee.length) }

  var width: Double { layoutUnits(pango_glyph_string_get_width(glyphs)) }

  /// Whether its letters stand upright in a line that runs downwards.
  var isUpright: Bool {
    let gravity = item.pointee.item.pointee.analysis.gravity
    return UInt32(gravity) == PANGO_GRAVITY_EAST.rawValue || UInt32(gravity) == PANGO_GRAVITY_WEST.rawValue
  }

  var isRightToLeft: Bool { item.pointee.item.pointee.analysis.level % 2 == 1 }

  /// Whether its glyphs are pictures in colour, as those of emoji fonts are, and not outlines.
  var isColored: Bool {
    guard let font, let face = hb_font_get_face(pango_font_get_hb_font(font)) else { return false }
    return hb_ot_color_has_png(face) != 0 || hb_ot_color_has_layers(face) != 0 || hb_ot_color_has_svg(face) != 0
  }

  /// Characters that no font has. Pango keeps them in the place of the glyph.
  var missing: [Unicode.Scalar] {
    identifiers.compactMap { glyph in
      guard glyph & reprise_glyph_unknown_flag != 0, glyph != reprise_glyph_invalid_input else { return nil }
      return Unicode.Scalar(glyph & ~reprise_glyph_unknown_flag)
    }
  }

  /// Whether there is a glyph in it that comes from its font; line ends and tabs do not.
  var usesFont: Bool {
    identifiers.contains { $0 & reprise_glyph_unknown_flag == 0 && $0 != reprise_glyph_empty }
  }

  private var identifiers: [PangoGlyph] {
    UnsafeBufferPointer(start: glyphs.pointee.glyphs, count: Int(glyphs.pointee.num_glyphs)).map(\.glyph)
  }
}
