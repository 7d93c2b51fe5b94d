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
  /// The frame, in scaled pixels; whole numbers.
  private let area: Bounds

  init(layout: TextLayout, style: TextStyle, scale: Double) throws(DrawError) {
    (self.layout, self.style, self.scale) = (layout, style, scale)
    geometry = TextGeometry(layout, style)
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
    paintShapes(on: canvas)
    paintPictures(on: canvas)
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
    cairo_scale(canvas.context, layout.unit, layout.unit)
  }

  private func paintBackground(on canvas: borrowing Canvas) {
    guard let background = style.background else { return }
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
    paintShapes(on: mask)
    paintPictures(on: mask)
    if shadow.blur > 0 { try mask.blur(GaussianBlur(sigma: shadow.blur / 2 * scale)) }
    try mask.finish()
    cairo_identity_matrix(canvas.context)
    canvas.setColor(shadow.color)
    canvas.paint(through: mask)
  }
}

extension TextPainter {
  /// All letters as one shape, so that joined or overlapping ones show no seam where the colour is translucent.
  private func paintShapes(on canvas: borrowing Canvas) {
    let context = canvas.context
    cairo_new_path(context)
    forEachRun(where: { !$0.isColored }) { run, x, baseline in
      cairo_move_to(context, x, baseline)
      pango_cairo_glyph_string_path(context, run.font, run.glyphs)
    }
    guard let outline = style.outline, outline.width > 0 else {
      canvas.setColor(style.color)
      cairo_fill(context)
      return
    }
    paintOutlined(outline, on: canvas)
  }

  /// The line is drawn twice as wide as it shows, and what lies under the letters is taken out again before they are
  /// added, so that it neither shines through nor leaves a seam.
  private func paintOutlined(_ outline: TextStyle.Outline, on canvas: borrowing Canvas) {
    let context = canvas.context
    cairo_push_group(context)
    cairo_set_line_width(context, outline.width * 2 / layout.unit)
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    canvas.setColor(outline.color)
    cairo_stroke_preserve(context)
    cairo_set_operator(context, CAIRO_OPERATOR_DEST_OUT)
    canvas.setColor(.black)
    cairo_fill_preserve(context)
    cairo_set_operator(context, CAIRO_OPERATOR_ADD)
    canvas.setColor(style.color)
    cairo_fill(context)
    cairo_pop_group_to_source(context)
    cairo_paint(context)
  }

  /// Emoji keep their own colours; the style's alpha fades them.
  private func paintPictures(on canvas: borrowing Canvas) {
    guard layout.lines.contains(where: { $0.runs.contains(where: \.isColored) }) else { return }
    let context = canvas.context
    cairo_push_group(context)
    forEachRun(where: \.isColored) { run, x, baseline in
      cairo_move_to(context, x, baseline)
      pango_cairo_show_glyph_string(context, run.font, run.glyphs)
    }
    cairo_pop_group_to_source(context)
    cairo_paint_with_alpha(context, Double(style.color.alpha) / 255)
  }

  private func forEachRun(where isWanted: (TextRun) -> Bool, _ body: (TextRun, _ x: Double, _ baseline: Double) -> Void)
  {
    for line in layout.lines {
      var x = line.x
      for run in line.runs {
        if isWanted(run) { body(run, x, line.baseline) }
        x += run.width
      }
    }
  }
}
