import CPango
import CSvg
package import Media
import Synchronization

/// A picture made of shapes, which is drawn at any scale. Any thread may call; calls take turns.
///
/// librsvg draws it. It is given a text of our own making, in which nothing is left that leads out of it (see `SVGReader`), and
/// no address that such a thing could be looked for at.
package final class SVGPicture: @unchecked Sendable {
  // Sendable because the handle is touched inside `turn` alone.
  private let turn = Mutex(())
  private let handle: UnsafeMutablePointer<RsvgHandle>
  private let box: SVGBox

  /// In whole pixels; what has parts of pixels is stretched over them.
  package let size: Size

  /// - Throws: `.damaged`, `.refused`, `.tooLarge` for what it is made of.
  package init(_ bytes: [UInt8]) throws(SVGError) {
    let elements = try SVGReader(bytes).elements
    var scale = SVGScale(elements)
    try scale.weigh()
    box = try SVGBox(elements[0])
    size = Size(width: max(1, Int(box.width.rounded())), height: max(1, Int(box.height.rounded())))
    handle = try Self.load(try SVGWriter(elements, box).text)
  }

  deinit { g_object_unref(handle) }

  private static func load(_ text: String) throws(SVGError) -> UnsafeMutablePointer<RsvgHandle> {
    let text = Array(text.utf8)
    var error: UnsafeMutablePointer<GError>?
    guard let handle = rsvg_handle_new_from_data(text, UInt(text.count), &error) else {
      throw SVGError(.damaged, "cannot be drawn: \(message(error))", remedy: "save it again as plain SVG")
    }
    rsvg_handle_set_dpi(handle, 96)
    return handle
  }

  /// Its pixels, `scale` times as many along each side, cut off where the box ends.
  ///
  /// - Parameter scale: Up to what `largestScale` says.
  package func draw(scale: Double) throws(SVGError) -> Frame {
    guard TextStyle.Limits.scale.contains(scale), scale <= Self.largestScale(of: size) else {
      throw SVGError(.tooLarge, "cannot be drawn \(scale) times as large")
    }
    let pixels = Self.pixels(of: size, scale: scale)
    let storage = FrameStorage(size: pixels, format: .rgba8)
    let canvas = Canvas(over: storage, pixels)
    cairo_scale(canvas.context, scale * Double(size.width) / box.width, scale * Double(size.height) / box.height)
    try render(on: canvas)
    storage.turnWordsIntoRGBA(pixels)
    return Frame(size: pixels, format: .rgba8, color: .srgb, alpha: .premultiplied, storage: storage)
  }

  private func render(on canvas: borrowing Canvas) throws(SVGError) {
    var view = RsvgRectangle(x: 0, y: 0, width: box.width, height: box.height)
    var error: UnsafeMutablePointer<GError>?
    let context = canvas.context
    guard turn.withLock({ _ in rsvg_handle_render_document(handle, context, &view, &error) }) != 0 else {
      throw SVGError(.failed, "cannot be drawn: \(Self.message(error))", remedy: "save it again as plain SVG")
    }
    do {
      try canvas.finish()
    } catch {
      throw SVGError(.failed, "cannot be drawn: \(error)", remedy: "show it smaller")
    }
  }

  private static func message(_ error: UnsafeMutablePointer<GError>?) -> String {
    guard let error else { return "no reason is known" }
    defer { g_error_free(error) }
    return error.pointee.message.map { String(cString: $0) } ?? ""
  }

  /// How large a drawing is in pixels. Parts of pixels count as whole ones, unless they come from rounding alone.
  package static func pixels(of size: Size, scale: Double) -> Size {
    func pixels(_ side: Int) -> Int { max(1, Int((Double(side) * scale - 1e-6).rounded(.up))) }
    return Size(width: pixels(size.width), height: pixels(size.height))
  }

  /// The largest scale at which a picture is drawn; what is shown larger than that is stretched.
  package static func largestScale(of size: Size) -> Double {
    let (width, height) = (Double(size.width), Double(size.height))
    let side = SVGLimits.side / max(width, height)
    return min(side, (Double(SVGLimits.area) / (width * height)).squareRoot(), TextStyle.Limits.scale.upperBound)
  }

  /// Which library draws, to the version.
  package static var library: String {
    "librsvg \(rsvg_major_version).\(rsvg_minor_version).\(rsvg_micro_version)"
  }
}

extension SVGPicture {
  /// How much of a file says whether it is one.
  package static let headBytes = 1 << 16

  /// Whether a file that begins so is a picture of this kind, whatever it is called.
  package static func isOne(beginning head: [UInt8]) -> Bool {
    let text = head.drop { $0.isSpace || [0xEF, 0xBB, 0xBF].contains($0) }
    return text.first == UInt8(ascii: "<") && ["<svg", ":svg"].contains { !text.ranges(of: Array($0.utf8)).isEmpty }
  }

  /// Has libraries set up what they ask the system for once, so that a process that may not ask it can draw.
  package static func prepare() {
    let text = """
      <svg xmlns="\(SVGWords.space)" viewBox="0 0 1 1"><mask id="m"><path d="M0 0h1v1z"/></mask>
      <g opacity=".5" mask="url(#m)"><path d="M0 0h1v1z"/></g></svg>
      """
    _ = try? SVGPicture(Array(text.utf8)).draw(scale: 1)
  }
}
