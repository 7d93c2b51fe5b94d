package import Media

/// How pictures are coded: everything that decides the bytes of a segment besides its pictures.
///
/// What comes out is in BT.709, limited range, tagged so, or, for files of still pictures, in sRGB. Segments of equal
/// encodings have equal parameter sets and can be joined by copying packets.
package struct VideoEncoding: Hashable, Sendable {
  /// Fastest first, by x264's names for them.
  package static let presets = [
    "ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow", "placebo",
  ]

  package let codec: VideoCodec
  package let size: Size
  package let frameRate: FrameRate
  package let preset: String
  package let quality: Int
  /// Whether what is transparent stays so.
  package let hasAlpha: Bool

  /// - Parameters:
  ///   - preset: One of `presets`; nil for the usual one.
  ///   - quality: From the codec's `qualities`, 0 being the best; nil for the usual one.
  ///   - hasAlpha: Whether the pictures have anything transparent; without effect where the codec keeps nothing of it.
  /// - Throws: what is allowed, for a preset, quality or size that is not.
  package init(
    _ codec: VideoCodec = .h264, size: Size, frameRate: FrameRate, preset: String? = nil, quality: Int? = nil,
    hasAlpha: Bool = false
  ) throws(CodecError) {
    (self.codec, self.size, self.frameRate) = (codec, size, frameRate)
    self.preset = preset ?? "veryfast"
    self.quality = quality ?? codec.usualQuality
    self.hasAlpha = hasAlpha && codec.keepsAlpha
    try codec.check(size)
    try checkPreset(isAsked: preset != nil)
    try checkQuality()
  }

  /// How the pictures have to come.
  package var format: PixelFormat {
    switch codec {
    case .h264, .hevc, .av1: .yuv420p8
    case .vp9: .yuv(.s420, bits: 8, alpha: hasAlpha)
    case .prores: .yuv(.s422, bits: 10, alpha: false)
    case .prores4444: .yuv(.s444, bits: 10, alpha: hasAlpha)
    case .gif, .webp, .png: .rgba8
    }
  }

  /// The same, as a number from 0, the fastest.
  var speed: Int { Self.presets.firstIndex(of: preset) ?? 0 }

  private func checkPreset(isAsked: Bool) throws(CodecError) {
    guard Self.presets.contains(preset) else {
      throw CodecError(
        .unsupported, "preset", "there is none called \"\(preset)\"",
        remedy: "use one of \(Self.presets.joined(separator: ", "))")
    }
    guard !isAsked || codec.hasPresets else {
      throw CodecError(.unsupported, "preset", "\(codec.title) has no presets", remedy: "leave it out")
    }
  }

  private func checkQuality() throws(CodecError) {
    guard !codec.qualities.contains(quality) else { return }
    throw CodecError(
      .unsupported, "quality", "\(quality) is none of \(codec.title)'s", remedy: "use \(codec.qualityWords)")
  }
}
