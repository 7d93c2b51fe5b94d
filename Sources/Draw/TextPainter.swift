import CPango
import Media

/// Draws a laid-out text at a scale: background, shadow, outline, letters, from the bottom up.
///
/// Letters are filled as shapes and not as cached pictures of glyphs, because those would sit on whole pixels and wander
/// from where the layout put them. Pictures in colour have no shape and are shown as they are.
struct TextPainter {
  private let layout: TextLayout
  private let style: TextStyle
  private let scale: Double
  private let geometry: TextGeometry
  private let slices: [GlyphSlice]
  private let part: Part
  /// The frame, in scaled pixels; whole numbers.
  private let area: Bounds

  /// What of a text is drawn.
  enum Part {
    case all
    /// What lies under the letters: shadow and outline.
    case setting
    case letters
  }

  /// - Parameter piece: The glyphs that are drawn, if not all; the background comes with `part` `.all` alone.
  init(
    layout: TextLayout, style: TextStyle, scale: Double, piece: [GlyphSlice]? = nil, part: Part = .all
  ) throws(DrawError) {
    (self.layout, self.scale, self.part) = (layout, scale, part)
    self.style = piece == nil ? style : style.drawn(part)
    slices = piece ?? layout.slices
    let letters = piece.map { layout.placed($0.reduce(Bounds.empty) { $0.union($1.ink) }) }
    geometry = TextGeometry(layout, style, letters: letters, hasBackground: part == .all)
    // Extents of glyphs are known to 1/64 of a unit, emoji stand on whole pixels, and antialiasing touches one more.
    let ink = geometry.ink.scaled(by: scale).grown(by: 2 + layout.unit * scale / 32).roundedOut
    area = ink.isEmpty ? Bounds(left: 0, top: 0, right: 1, bottom: 1) : ink
    let (side, pixels) = (TextStyle.Limits.pictureSide, TextStyle.Limits.pictureArea)
    guard max(area.width, area.height) <= Double(side), area.width * area.height <= Double(pixels) else {
      throw .pictureTooLarge(width: area.width, height: area.height, sideLimit: side, areaLimit: pixels)
    }
  }

  func paint() throws(DrawError) -> DrawnText {
    let size = Size(width: Int(area.width), height: Int(area.height))
    let storage = FrameStorage(size: size, format: .rgba8)
    let canvas = Canvas(over: storage, size)
    paintBackground(on: canvas)
    if let shadow = style.shadow { try paint(shadow, on: canvas, size) }
    placeLines(canvas)
    if part == .setting { paintOutline(on: canvas) } else { paintLetters(on: canvas) }
    try canvas.finish()
    storage.turnWordsIntoRGBA(size)
    let frame = Frame(size: size, format: .rgba8, color: .srgb, alpha: .premultiplied, storage: storage)
    return DrawnText(frame: frame, x: Int(area.left), y: Int(area.top))
  }

  /// Makes the canvas count in unscaled pixels from the corner of the logical box.
  private func placeBox(_ canvas: borrowing Canvas) {
    cairo_identity_matrix(canvas.context)
    cairo_translate(canvas.context, -area.left, -area.top)
    cairo_scale(canvas.context, scale, scale)
  }

  /// Makes it count in units of the layout from the corner of the first line, moved by (x, y) pixels.
  private func placeLines(_ canvas: borrowing Canvas, x: Double = 0, y: Double = 0) {
    placeBox(canvas)
    cairo_translate(canvas.context, geometry.padding + x, geometry.padding + y)
    if layout.isVertical {
      // A quarter turn, in whole numbers.
      var turn = cairo_matrix_t(xx: 0, yx: 1, xy: -1, yy: 0, x0: layout.width, y0: 0)
      cairo_transform(canvas.context, &turn)
    }
    cairo_scale(canvas.context, layout.unit, layout.unit)
  }

  private func paintLetters(on canvas: borrowing Canvas) {
    paintShapes(on: canvas)
    paintPictures(on: canvas)
  }

  private func paintBackground(on canvas: borrowing Canvas) {
    guard geometry.hasBackground, let background = style.background else { return }
    let context = canvas.context
    placeBox(canvas)
    let box = geometry.box
    let radius = min(background.radius, box.width / 2, box.height / 2)
    let corners = [
      (box.right - radius, radius), (box.right - radius, box.bottom - radius),
      (radius, box.bottom - radius), (radius, radius),
    ]
    cairo_new_path(context)
    for (quarter, corner) in corners.enumerated() {
      let start = Double(quarter - 1) * .pi / 2
      cairo_arc(context, corner.0, corner.1, radius, start, start + .pi / 2)
    }
    canvas.setColor(background.color)
    cairo_fill(context)
  }

  /// The letters once more, in alpha alone, blurred and coloured.
  private func paint(_ shadow: TextStyle.Shadow, on canvas: borrowing Canvas, _ size: Size) throws(DrawError) {
    let mask = Canvas(mask: size)
    placeLines(mask, x: shadow.dx, y: shadow.dy)
    paintLetters(on: mask)
    if shadow.blur > 0 { try mask.blur(GaussianBlur(sigma: shadow.blur / 2 * scale)) }
    try mask.finish()
    cairo_identity_matrix(canvas.context)
    canvas.setColor(shadow.color)
    canvas.paint(through: mask)
  }
}

extension TextPainter {
  /// All letters of a colour as one shape, so that joined or overlapping ones show no seam where it is translucent.
  private func paintShapes(on canvas: borrowing Canvas) {
    guard let outline = style.outline, outline.width > 0 else {
      for color in colors { fillLetters(in: color, on: canvas) }
      return
    }
    paintOutlined(outline, on: canvas)
  }

  private var colors: [TextStyle.Color] { ([style.color] + style.runs.compactMap(\.color)).withoutRepeats }

  private func fillLetters(in color: TextStyle.Color, on canvas: borrowing Canvas) {
    trace(on: canvas) { style.color(at: $0.start) == color }
    canvas.setColor(color)
    cairo_fill(canvas.context)
  }

  /// Makes the outlines of letters the path.
  private func trace(on canvas: borrowing Canvas, where isWanted: (GlyphSlice) -> Bool = { _ in true }) {
    let context = canvas.context
    cairo_new_path(context)
    for slice in slices where !slice.run.isColored && isWanted(slice) {
      cairo_move_to(context, slice.x, slice.baseline)
      slice.withGlyphs { pango_cairo_glyph_string_path(context, slice.run.font, $0) }
    }
  }

  /// The line is drawn twice as wide as it shows, and what lies under the letters is taken out again before they are
  /// added, so that it neither shines through nor leaves a seam.
  private func paintOutlined(_ outline: TextStyle.Outline, on canvas: borrowing Canvas) {
    let context = canvas.context
    cairo_push_group(context)
    stroke(outline, on: canvas)
    cairo_set_operator(context, CAIRO_OPERATOR_DEST_OUT)
    canvas.setColor(TextStyle.Color.black)
    cairo_fill(context)
    cairo_set_operator(context, CAIRO_OPERATOR_ADD)
    for color in colors { fillLetters(in: color, on: canvas) }
    cairo_pop_group_to_source(context)
    cairo_paint(context)
  }

  private func stroke(_ outline: TextStyle.Outline, on canvas: borrowing Canvas) {
    trace(on: canvas)
    cairo_set_line_width(canvas.context, outline.width * 2 / layout.unit)
    cairo_set_line_join(canvas.context, CAIRO_LINE_JOIN_ROUND)
    canvas.setColor(outline.color)
    cairo_stroke_preserve(canvas.context)
  }

  /// The outline without letters; they will cover its inner half, unless they are translucent.
  private func paintOutline(on canvas: borrowing Canvas) {
    guard let outline = style.outline, outline.width > 0 else { return }
    cairo_push_group(canvas.context)
    stroke(outline, on: canvas)
    if colors.contains(where: { $0.alpha < 255 }) {
      cairo_set_operator(canvas.context, CAIRO_OPERATOR_DEST_OUT)
      canvas.setColor(TextStyle.Color.black)
      cairo_fill(canvas.context)
    }
    cairo_pop_group_to_source(canvas.context)
    cairo_paint(canvas.context)
  }

  /// Emoji keep their own colours; the style's alpha fades them.
  private func paintPictures(on canvas: borrowing Canvas) {
    let pictures = slices.filter(\.run.isColored)
    guard !pictures.isEmpty else { return }
    let context = canvas.context
    for alpha in colors.map(\.alpha).withoutRepeats {
      cairo_push_group(context)
      for slice in pictures where style.color(at: slice.start).alpha == alpha {
        cairo_move_to(context, slice.x, slice.baseline)
        slice.withGlyphs { pango_cairo_show_glyph_string(context, slice.run.font, $0) }
      }
      cairo_pop_group_to_source(context)
      cairo_paint_with_alpha(context, Double(alpha) / 255)
    }
  }
}

extension TextStyle {
  /// The style of a part: letters have nothing around them.
  fileprivate func drawn(_ part: TextPainter.Part) -> TextStyle {
    guard part == .letters else { return self }
    var style = self
    (style.outline, style.shadow) = (nil, nil)
    return style
  }
}
