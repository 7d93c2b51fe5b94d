import Media

/// What there is to know of a picture besides its samples.
struct PictureShape: Hashable, Codable {
  var size: Size
  var format: PixelFormat
  var color: ColorDescription
  var alpha: Frame.Alpha

  init(_ frame: Frame) {
    (size, format, color, alpha) = (frame.size, frame.format, frame.color, frame.alpha)
  }

  /// Whether a picture can be like that.
  var isPlausible: Bool {
    let bits = if case .yuv(_, let bits, _) = format { bits } else { 8 }
    let sides = 1...Self.longestSide
    return sides.contains(size.width) && sides.contains(size.height) && (8...16).contains(bits)
  }

  private static let longestSide = 1 << 16
}
