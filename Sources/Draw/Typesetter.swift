import CPango
import Synchronization

/// Sets text in type: measures it, and draws it at any scale.
///
/// Lines break, and letters stand, at the same places whatever the scale: nothing is hinted, and glyphs are placed by
/// fractions of a pixel. The same fonts give the same bytes.
///
/// Any thread may call; calls take turns. Threads that are to draw at once need a typesetter each, over one library.
package final class Typesetter: @unchecked Sendable {
  // Sendable because the context, its font map and what is laid out with them are touched inside `turn` alone.
  private let turn = Mutex(())
  // Before the map, so that it is let go first.
  private let context: Reference
  private let map: FontMap
  private let library: FontLibrary

  /// - Complexity: Well under a millisecond; fonts are opened when a text needs them.
  package init(library: FontLibrary) throws(DrawError) {
    map = try FontMap(library: library)
    guard let made = pango_font_map_create_context(map.pointer) else {
      throw .failed(operation: "text context", reason: "out of memory")
    }
    context = Reference(owning: made)
    self.library = library
    Self.configure(made)
  }

  private static func configure(_ context: OpaquePointer) {
    pango_context_set_language(context, pango_language_from_string("en"))
    // Left to right unless a paragraph's first letter says otherwise.
    pango_context_set_base_dir(context, PANGO_DIRECTION_WEAK_LTR)
    pango_context_set_round_glyph_positions(context, 0)
    guard let options = cairo_font_options_create() else { return }
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
  }

  /// Sizes, fonts and warnings of a text, without drawing it.
  ///
  /// - Throws: `.outOfRange`, `.tooLong`, `.paragraphTooWide` for what `TextStyle.Limits` does not allow; `.unusableFont`.
  package func measure(_ text: String, _ style: TextStyle) throws(DrawError) -> TypesetText {
    try withLayout(text, style) { (layout, font) throws(DrawError) in
      var (asked, warnings) = ([font], FontWarnings(style, font, library).texts)
      for run in style.runs where run.families != nil || run.italic != nil {
        let look = style.looking(like: run)
        let font = try primaryFont(look)
        asked.append(font)
        warnings += FontWarnings(look, font, library).texts
      }
      // The codes in the boxes that stand in for what no font has are Pango's, and they have a font, too.
      if !layout.missing.isEmpty { asked.append(try PrimaryFont(style.ofBoxes, context: context.pointer)) }
      return TypesetText(layout, style, asked: asked, warnings: warnings.withoutRepeats)
    }
  }

  private func primaryFont(_ style: TextStyle) throws(DrawError) -> PrimaryFont {
    let font = try PrimaryFont(style, context: context.pointer)
    // A file that looked like a font may still not open as one.
    if let name = style.families.first, library.names.contains(name), font.family != name {
      throw .unusableFont(name: name)
    }
    return font
  }

  /// A text as a picture, `scale` times as large as it measures.
  ///
  /// - Throws: as `measure`, and `.pictureTooLarge`.
  package func draw(_ text: String, _ style: TextStyle, scale: Double = 1) throws(DrawError) -> DrawnText {
    try TextStyle.require("scale", scale, TextStyle.Limits.scale)
    return try withLayout(text, style) { (layout, _) throws(DrawError) in
      try TextPainter(layout: layout, style: style, scale: scale).paint()
    }
  }

  /// The pieces of a text as pictures, `scale` times as large as they measure, each for itself.
  ///
  /// - Throws: as `draw`, and `.tooManyPieces`.
  package func draw(
    _ text: String, _ style: TextStyle, by piece: TextPiece, scale: Double = 1
  ) throws(DrawError) -> DrawnPieces {
    try TextStyle.require("scale", scale, TextStyle.Limits.scale)
    return try withLayout(text, style) { (layout, _) throws(DrawError) in
      try PiecePainter(layout: layout, style: style, scale: scale).paint(layout.pieces(piece))
    }
  }

  private func withLayout<R: Sendable>(
    _ text: String, _ style: TextStyle, _ body: (TextLayout, PrimaryFont) throws(DrawError) -> R
  ) throws(DrawError) -> R {
    try style.check()
    try style.check(text)
    return try turn.withLock { (_) throws(DrawError) in
      // The context keeps it, so each text says it.
      pango_context_set_base_gravity(context.pointer, style.isVertical ? PANGO_GRAVITY_EAST : PANGO_GRAVITY_SOUTH)
      let font = try primaryFont(style)
      return try body(TextLayout(text, style, context: context.pointer, font: font), font)
    }
  }
}

extension TextStyle {
  fileprivate var ofBoxes: TextStyle {
    var style = self
    style.families = ["monospace"]
    return style
  }
}
