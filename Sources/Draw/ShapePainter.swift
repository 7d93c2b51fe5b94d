import CPango
import Media

/// Draws a shape at a scale: its fill, and its stroke over that.
struct ShapePainter {
  private let shape: Shape
  private let scale: Double
  /// Where the box begins, in the path's own pixels.
  private let origin: Path.Point
  /// The frame, in scaled pixels from the corner of the path's box; whole numbers.
  private let area: Bounds

  init(_ shape: Shape, scale: Double) throws(DrawError) {
    (self.shape, self.scale) = (shape, scale)
    guard let box = shape.path.box else { throw .failed(operation: "drawing", reason: "the path is empty") }
    origin = Path.Point(box.left, box.top)
    area = try Self.area(around: Bounds(left: 0, top: 0, right: box.width, bottom: box.height), shape.stroke, scale)
  }

  /// A mitre reaches as far as Cairo's limit lets it.
  private static let miterLimit = 4.0

  private static func area(around box: Bounds, _ stroke: Shape.Stroke?, _ scale: Double) throws(DrawError) -> Bounds {
    let reach = stroke.map { $0.width / 2 * ($0.join == .miter ? miterLimit : 1.5) } ?? 0
    let grown = Bounds(
      left: (box.left - reach) * scale - 1, top: (box.top - reach) * scale - 1,
      right: (box.right + reach) * scale + 1, bottom: (box.bottom + reach) * scale + 1
    ).roundedOut
    let (side, pixels) = (TextStyle.Limits.pictureSide + 2, TextStyle.Limits.pictureArea)
    guard max(grown.width, grown.height) <= Double(side), grown.width * grown.height <= Double(pixels) else {
      throw .pictureTooLarge(width: grown.width, height: grown.height, sideLimit: side, areaLimit: pixels)
    }
    return grown
  }

  private var size: Size { Size(width: Int(area.width), height: Int(area.height)) }

  func paint() throws(DrawError) -> DrawnText {
    let storage = FrameStorage(size: size, format: .rgba8)
    let canvas = Canvas(over: storage, size)
    if let fill = shape.fill {
      try paint(fill, on: canvas) { context in
        cairo_set_fill_rule(context, shape.rule == .evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
        cairo_fill(context)
      }
    }
    if let stroke = shape.stroke {
      try paint(stroke.paint, on: canvas) { context in
        prepare(context, for: stroke)
        cairo_stroke(context)
      }
    }
    try canvas.finish()
    storage.turnWordsIntoRGBA(size)
    let frame = Frame(size: size, format: .rgba8, color: .srgb, alpha: .premultiplied, storage: storage)
    return DrawnText(frame: frame, x: Int(area.left), y: Int(area.top))
  }

  private func prepare(_ context: OpaquePointer?, for stroke: Shape.Stroke) {
    cairo_set_line_width(context, stroke.width)
    cairo_set_miter_limit(context, Self.miterLimit)
    cairo_set_line_cap(context, stroke.cap.cairo)
    cairo_set_line_join(context, stroke.join.cairo)
    // Without any length they would be an error of Cairo's.
    let isDashed = stroke.dash.reduce(0, +) > 0
    cairo_set_dash(context, stroke.dash, isDashed ? Int32(clamping: stroke.dash.count) : 0, 0)
  }

  /// A colour is drawn with at once, a ramp through the alpha of what is drawn.
  private func paint(
    _ paint: Paint, on canvas: borrowing Canvas, _ draw: (OpaquePointer?) -> Void
  ) throws(DrawError) {
    switch paint {
    case .color(let color):
      canvas.setColor(color)
      trace(on: canvas)
      draw(canvas.context)
    case .gradient(let ramp):
      let mask = Canvas(mask: size)
      trace(on: mask)
      draw(mask.context)
      try mask.finish()
      let picture = FrameStorage(size: size, format: .rgba8)
      fill(picture, with: ramp)
      cairo_identity_matrix(canvas.context)
      Canvas(drawn: picture, size).paint(on: canvas, through: mask)
    }
  }

  /// Makes the outline the canvas's path, which then counts in the shape's pixels.
  private func trace(on canvas: borrowing Canvas) {
    let context = canvas.context
    cairo_identity_matrix(context)
    cairo_translate(context, -area.left, -area.top)
    cairo_scale(context, scale, scale)
    cairo_translate(context, -origin.x, -origin.y)
    cairo_new_path(context)
    for element in shape.path.elements {
      switch element {
      case .move(let point): cairo_move_to(context, point.x, point.y)
      case .line(let end): cairo_line_to(context, end.x, end.y)
      case .curve(let a, let b, let end): cairo_curve_to(context, a.x, a.y, b.x, b.y, end.x, end.y)
      case .close: cairo_close_path(context)
      }
    }
  }

  private func fill(_ storage: FrameStorage, with ramp: Paint.Ramp) {
    let toShape = Affine.translation(area.left, area.top).then(.scale(1 / scale, 1 / scale))
    let table = RampTable(ramp, toShape: toShape)
    let plane = storage.planes[0]
    for y in 0..<size.height {
      let row = (plane.base + y * plane.bytesPerRow).assumingMemoryBound(to: UInt32.self)
      for x in 0..<size.width { row[x] = table[x, y] }
    }
  }
}

extension Shape.Stroke.Cap {
  fileprivate var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

extension Shape.Stroke.Join {
  fileprivate var cairo: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}
