import Codec
import Plan
import Render

extension Composition {
  /// Draws pictures from the whole video, evenly spread, side by side with their times, and writes them to a PNG, which
  /// appears whole or not at all.
  ///
  /// - Parameter path: Ends in `.png`.
  public func writeSheet(
    to path: String, options: SheetOptions = SheetOptions(), isCancelled: () -> Bool = { false }
  ) throws(RepriseError) -> RenderReport {
    do {
      try OutputFormat.checkPicture(path)
      let (sheet, count) = try sheet(options, isCancelled)
      try sheet.writePNG(to: path)
      return RenderReport(
        path: path, size: sheet.size, frameCount: Int64(count), segmentCount: 0, drawnSegmentCount: 0, wasThere: false,
        duration: duration, byteCount: LocalFile.byteCount(of: path))
    } catch {
      throw RepriseError(error)
    }
  }

  private func sheet(_ options: SheetOptions, _ isCancelled: () -> Bool) throws -> (Frame, count: Int) {
    try options.check()
    let frames = try frames(in: options.range) ?? 0..<frameCount
    guard !frames.isEmpty else {
      throw RepriseError(
        .usage, code: "outOfRange", came: "there is no picture in that part", remedy: "name a longer one")
    }
    let cell = try checked(thumbnail(options.width))
    let columns = options.columns ?? (isUpright ? 6 : 4)
    let count = min(options.count ?? columns * 4, frames.count)
    guard PictureBoard.size(of: cell, columns: min(columns, count), count: count).area <= 100_000_000 else {
      throw RepriseError(
        .usage, code: "outOfRange", came: "the sheet would have more than 100 million pixels",
        remedy: "ask for fewer or narrower pictures")
    }
    let compositor = Compositor(Scene(graph, output: cell), footage: shelf, keepsAlpha: isTranslucent)
    let cells = try (0..<count).map { turn in
      guard !isCancelled() else { throw CancellationError() }
      // From the middle of each of so many equal parts.
      let frame = frames.lowerBound + Int64(frames.count) * Int64(2 * turn + 1) / Int64(2 * count)
      return PictureBoard.Cell(
        picture: try compositor.still(frame), caption: frameRate.time(ofFrame: frame).caption)
    }
    return (try PictureBoard(cells, columns: columns).draw(), count)
  }

  private var isUpright: Bool { size.height > size.width }

  /// The size of a small picture, of the canvas's shape and even.
  private func thumbnail(_ width: Int?) -> Size {
    let width = (width ?? (isUpright ? 200 : 320)) & ~1
    return Size(width: width, height: max(16, (size.height * width / size.width + 1) & ~1))
  }
}

extension OutputFormat {
  /// - Throws: a usage error for the name of anything but one picture.
  static func checkPicture(_ path: String) throws(RepriseError) {
    guard try OutputFormat(path: path) == .png else {
      throw RepriseError(
        .usage, code: "unknownFormat", came: "\"\(path)\" is no place for a picture", wanted: "a name that ends in .png"
      )
    }
  }
}
