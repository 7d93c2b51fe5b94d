package import Media

/// What the pictures of a file are like, as the first of them shows.
package struct VideoInfo: Hashable, Codable, Sendable {
  /// FFmpeg's name: `h264`, `vp9`, `png`.
  package let codec: String
  /// The size of the frames that a reader delivers: after cropping, before `pixelAspect` and `orientation`.
  package let codedSize: Size
  /// The size to show: square pixels, upright.
  package let displaySize: Size
  package let orientation: Orientation
  package let pixelAspect: PixelAspect
  /// The rate the stream names; the average if it names none; 25 for a still.
  package let frameRate: FrameRate
  /// Whether pictures last unequally long.
  package internal(set) var isVariableRate: Bool
  /// What a reader delivers.
  package let format: PixelFormat
  package let color: ColorDescription
  /// Whether the file stores transparency. RGB pictures come as `rgba8` either way.
  package let hasAlpha: Bool
  /// When the first picture begins, on the file's clock.
  package let start: Time
  /// When the last picture ends, on the file's clock. Zero for a still.
  package internal(set) var duration: Time
  /// Whether there is one picture and no more.
  package internal(set) var isStill: Bool
}
