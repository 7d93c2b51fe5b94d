import CPango

/// Lines of shaped text, placed in their logical box.
///
/// Every text is set at one size, an em of 32, and scaled when it is drawn. So no layout depends on a scale, a title that
/// grows costs no new fonts (Pango keeps each size for good), and 16 384 characters four em wide fit Pango's integers.
///
/// Pango shapes and breaks; where lines go is decided here: baselines are `lineSpacing` apart, with the first font's
/// ascent and descent centred in each line, so that a fallback font never pushes lines apart.
///
/// Used under the typesetter's lock.
final class TextLayout {
  static let em = 32.0

  /// Lengths are in units of the layout.
  struct Line {
    let runs: [TextRun]
    let x: Double
    let baseline: Double
  }

  let lines: [Line]
  /// Pixels for each unit of the layout.
  let unit: Double
  /// Without the padding of a background; in unscaled pixels.
  let width: Double
  let height: Double
  /// Of the letters alone; in unscaled pixels.
  var ink: Bounds { placed(isVertical ? slices.reduce(.empty) { $0.union($1.ink) } : letters) }
  /// Whether lines run downwards. They are laid out like others, and turned as a whole when they are drawn.
  let isVertical: Bool
  var runs: [TextRun] { lines.flatMap(\.runs) }
  /// Characters that no font has, each once, in the order of the text.
  var missing: [Unicode.Scalar] { runs.flatMap(\.missing).withoutRepeats }
  /// In units of the layout; of lines that do not run downwards.
  private let letters: Bounds
  let layout: Reference

  init(_ text: String, _ style: TextStyle, context: OpaquePointer, font: PrimaryFont) throws(DrawError) {
    guard let made = pango_layout_new(context) else { throw .failed(operation: "layout", reason: "out of memory") }
    layout = Reference(owning: made)
    // NUL would end the text for Pango; HTML shows it as the replacement character, too.
    let shown = text.unicodeScalars.contains("\0") ? text.replacing("\0", with: "\u{FFFD}") : text
    pango_layout_set_text(made, shown, Int32(shown.utf8.count))
    Self.configure(made, style, font, hyphens: shown.unicodeScalars.contains("\u{AD}"))

    let measured = Self.measuredLines(of: made)
    let widest = measured.map(\.width).max() ?? 0
    let pitch = Self.em * style.lineSpacing
    let firstBaseline = (pitch - font.ascent - font.descent) / 2 + font.ascent
    var ink = Bounds.empty
    var top = 0.0
    lines = measured.map { line in
      // Larger letters push the line open as a whole, as if all of it were set in their size.
      let factor = line.runs.map { style.factor(at: $0.start) }.max().map { max(1, $0) } ?? 1
      let x = (widest - line.width) * style.alignment.shareOfSpaceBefore(isRightToLeft: line.isRightToLeft)
      // Lines that run downwards are aligned at their middle.
      let baseline = top + (style.isVertical ? pitch * factor / 2 : firstBaseline * factor)
      top += pitch * factor
      ink = ink.union(line.ink.moved(x: x, y: baseline))
      return Line(runs: line.runs, x: x, baseline: baseline)
    }
    unit = style.size / Self.em
    isVertical = style.isVertical
    (width, height) = isVertical ? (top * unit, widest * unit) : (widest * unit, top * unit)
    letters = ink
  }

  /// Where something lies in the text's box, in unscaled pixels.
  func placed(_ bounds: Bounds) -> Bounds {
    let bounds = bounds.scaled(by: unit)
    guard isVertical, !bounds.isEmpty else { return bounds }
    return Bounds(left: width - bounds.bottom, top: bounds.left, right: width - bounds.top, bottom: bounds.right)
  }

  /// What is set, as Pango holds it.
  var text: UnsafePointer<CChar> { pango_layout_get_text(layout.pointer) }

  /// - Parameter hyphens: Whether a word that is broken inside shows it, as one with soft hyphens does. Others may be
  ///   addresses.
  private static func configure(_ layout: OpaquePointer, _ style: TextStyle, _ font: PrimaryFont, hyphens: Bool) {
    pango_layout_set_font_description(layout, font.description)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_width(layout, style.wrapWidth.map { pangoUnits($0 / style.size * em) } ?? -1)
    guard let attributes = pango_attr_list_new() else { return }
    defer { pango_attr_list_unref(attributes) }
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(hyphens ? 1 : 0))
    if style.letterSpacing != 0 {
      pango_attr_list_insert(
        attributes, pango_attr_letter_spacing_new(pangoUnits(style.letterSpacing / style.size * em)))
    }
    for (index, run) in style.runs.enumerated() { insert(run, index, of: style, into: attributes) }
    pango_layout_set_attributes(layout, attributes)
  }

  private static func insert(
    _ run: TextStyle.Run, _ index: Int, of style: TextStyle, into attributes: OpaquePointer
  ) {
    func set(_ attribute: UnsafeMutablePointer<PangoAttribute>?) {
      guard let attribute else { return }
      (attribute.pointee.start_index, attribute.pointee.end_index) = (UInt32(run.start), UInt32(run.end))
      pango_attr_list_change(attributes, attribute)
    }
    // No colour is taken from here; it keeps Pango from joining runs that differ in nothing else.
    set(pango_attr_foreground_new(UInt16(truncatingIfNeeded: index + 1), 0, 0))
    if let families = run.families { set(pango_attr_family_new(families.joined(separator: ","))) }
    if let size = run.size { set(pango_attr_size_new_absolute(pangoUnits(size / style.size * em))) }
    if let weight = run.weight { set(pango_attr_weight_new(PangoWeight(UInt32(clamping: weight)))) }
    if let italic = run.italic { set(pango_attr_style_new(italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)) }
    if let spacing = run.letterSpacing { set(pango_attr_letter_spacing_new(pangoUnits(spacing / style.size * em))) }
  }
}

extension TextLayout {
  private struct MeasuredLine {
    let runs: [TextRun]
    let width: Double
    let ink: Bounds
    let isRightToLeft: Bool
  }

  private static func measuredLines(of layout: OpaquePointer) -> [MeasuredLine] {
    elements(of: pango_layout_get_lines_readonly(layout), as: PangoLayoutLine.self).map { line in
      var ink = PangoRectangle()
      var logical = PangoRectangle()
      pango_layout_line_get_extents(line, &ink, &logical)
      return MeasuredLine(
        runs: elements(of: line.pointee.runs, as: PangoGlyphItem.self).map(TextRun.init),
        width: max(0, layoutUnits(logical.width)), ink: Bounds(ink),
        isRightToLeft: pango_layout_line_get_resolved_direction(line) == PANGO_DIRECTION_RTL)
    }
  }

  /// What a GLib list points at. The list stays its owner's.
  private static func elements<T>(of list: UnsafeMutablePointer<GSList>?, as type: T.Type) -> [UnsafeMutablePointer<T>]
  {
    sequence(first: list) { $0?.pointee.next }.prefix { $0 != nil }
      .compactMap { $0?.pointee.data?.assumingMemoryBound(to: type) }
  }
}

extension TextStyle.Alignment {
  /// How much of the space that a line leaves lies at its left.
  fileprivate func shareOfSpaceBefore(isRightToLeft: Bool) -> Double {
    switch self {
    case .start: isRightToLeft ? 1 : 0
    case .left: 0
    case .center: 0.5
    case .right: 1
    }
  }
}
