import Codec

extension Composition {
  /// Draws the picture on show at an instant and writes it to a PNG, which appears whole or not at all.
  ///
  /// - Parameters:
  ///   - time: From 0 to the end of the video.
  ///   - size: Of the picture; the canvas's if left out. Its shape must be the canvas's.
  ///   - path: Ends in `.png`.
  @discardableResult
  public func writePicture(at time: Time, size: Size? = nil, to path: String) throws(RepriseError) -> RenderReport {
    try OutputFormat.checkPicture(path)
    let picture = try picture(at: time, size: size)
    do {
      try picture.writePNG(to: path)
    } catch {
      throw RepriseError(error)
    }
    return RenderReport(
      path: path, size: picture.size, frameCount: 1, segmentCount: 0, drawnSegmentCount: 0, wasThere: false,
      duration: frameRate.frameDuration,
      byteCount: LocalFile.byteCount(of: path))
  }
}
