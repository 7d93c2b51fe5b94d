package import Media

extension MediaProfile {
  /// That of a picture that is drawn at any scale, and has this size of itself.
  package init(drawing size: Size, at path: String) {
    let video = VideoInfo(
      codec: MediaInfo.drawing, codedSize: size, displaySize: size, orientation: .up, pixelAspect: .square,
      frameRate: .thirty, isVariableRate: false, format: .rgba8, color: .srgb, hasAlpha: true, start: .zero,
      duration: .zero, isStill: true)
    tracks = Tracks(drawingAt: path)
    info = MediaInfo(container: MediaInfo.drawing, duration: nil, video: video, audio: nil, warnings: [])
  }
}

extension MediaInfo {
  fileprivate static let drawing = "svg"

  /// Whether there is nothing to decode: its picture is drawn at whatever scale it is shown.
  package var isDrawing: Bool { container == Self.drawing }
}
