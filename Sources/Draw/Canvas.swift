import CPango
import Media

/// A picture in memory and the Cairo context that draws on it, freed together.
struct Canvas: ~Copyable {
  // Never nil: where memory is short, Cairo makes objects that draw nothing and say why.
  let context: OpaquePointer?
  private let surface: OpaquePointer?

  /// Clear premultiplied colours over the memory of a frame, which must outlive the canvas.
  init(over storage: FrameStorage, _ size: Size) {
    let plane = storage.planes[0]
    plane.base.initializeMemory(as: UInt8.self, repeating: 0, count: plane.bytesPerRow * size.height)
    self.init(drawn: storage, size)
  }

  /// What is in the memory of a frame already, in Cairo's words.
  init(drawn storage: FrameStorage, _ size: Size) {
    let plane = storage.planes[0]
    surface = cairo_image_surface_create_for_data(
      plane.base.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_ARGB32,
      Int32(size.width), Int32(size.height), Int32(plane.bytesPerRow))
    context = cairo_create(surface)
  }

  /// Alpha alone, in memory of its own, clear.
  init(mask size: Size) {
    surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(size.width), Int32(size.height))
    context = cairo_create(surface)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Waits for the drawing to be in memory, and reports what went wrong in any of it.
  func finish() throws(DrawError) {
    cairo_surface_flush(surface)
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .failed(operation: "drawing", reason: String(cString: cairo_status_to_string(status)))
    }
  }

  func setColor(_ color: TextStyle.Color) {
    cairo_set_source_rgba(
      context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255, Double(color.alpha) / 255)
  }

  func setColor(_ color: Color) {
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha)
  }

  /// Paints it on another canvas through a third one's alpha, which must be finished.
  func paint(on target: borrowing Canvas, through mask: borrowing Canvas) {
    cairo_set_source_surface(target.context, surface, 0, 0)
    target.paint(through: mask)
  }

  /// Paints the colour that is set through another canvas's alpha, which must be finished.
  func paint(through mask: borrowing Canvas) {
    cairo_mask_surface(context, mask.surface, 0, 0)
  }

  /// Blurs a mask.
  func blur(_ blur: GaussianBlur) throws(DrawError) {
    try finish()
    let height = Int(cairo_image_surface_get_height(surface))
    let bytesPerRow = Int(cairo_image_surface_get_stride(surface))
    guard let bytes = cairo_image_surface_get_data(surface) else { return }
    blur.apply(
      to: UnsafeMutableBufferPointer(start: bytes, count: height * bytesPerRow),
      width: Int(cairo_image_surface_get_width(surface)), height: height, bytesPerRow: bytesPerRow)
    cairo_surface_mark_dirty(surface)
  }
}
