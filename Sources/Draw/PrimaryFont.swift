import CPango

/// The font that a style asks for, or what stands in for it, and its place on the line, in units of the layout.
final class PrimaryFont {
  let description: OpaquePointer
  let pattern: FontPattern
  /// Both positive.
  let ascent: Double
  let descent: Double
  private let font: Reference

  init(_ style: TextStyle, context: OpaquePointer) throws(DrawError) {
    guard let description = pango_font_description_new() else {
      throw .failed(operation: "font description", reason: "out of memory")
    }
    Self.fill(description, style)
    guard let found = pango_context_load_font(context, description), let pattern = FontPattern(of: found) else {
      pango_font_description_free(description)
      throw .noFonts
    }
    self.description = description
    font = Reference(owning: OpaquePointer(found))
    self.pattern = pattern
    var extents = hb_font_extents_t()
    hb_font_get_h_extents(pango_font_get_hb_font(found), &extents)
    (ascent, descent) = (layoutUnits(extents.ascender), -layoutUnits(extents.descender))
  }

  var family: String { pattern.strings(FC_FAMILY).first ?? "another font" }

  deinit { pango_font_description_free(description) }

  private static func fill(_ description: OpaquePointer, _ style: TextStyle) {
    pango_font_description_set_family(description, style.families.joined(separator: ","))
    pango_font_description_set_absolute_size(description, TextLayout.em * Double(PANGO_SCALE))
    pango_font_description_set_weight(description, PangoWeight(UInt32(clamping: style.weight)))
    pango_font_description_set_style(description, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
  }
}
