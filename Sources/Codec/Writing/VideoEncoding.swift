package import Media

/// How pictures become H.264: everything that decides the bytes of a segment besides its pictures.
///
/// What comes out is 8-bit 4:2:0 in BT.709, limited range, tagged so. Segments of equal encodings have equal parameter
/// sets and can be joined by copying packets.
package struct VideoEncoding: Hashable, Sendable {
  /// x264's presets, fastest first.
  package static let presets = [
    "ultrafast", "superfast", "veryfast", "faster", "fast", "medium", "slow", "slower", "veryslow", "placebo",
  ]
  /// Constant rate factors: 0 is lossless, 18 looks transparent, 51 is the worst.
  package static let qualities = 0...51
  /// The widest and highest picture that x264 takes, in pixels.
  package static let longestEdge = 16_384

  package let size: Size
  package let frameRate: FrameRate
  package let preset: String
  package let quality: Int

  /// - Throws: what is allowed, for a preset, quality or size that is not.
  package init(size: Size, frameRate: FrameRate, preset: String = "veryfast", quality: Int = 23) throws(CodecError) {
    try Self.check(size)
    guard Self.presets.contains(preset) else {
      throw CodecError(
        .unsupported, "preset", "x264 has none called \"\(preset)\"",
        remedy: "use one of \(Self.presets.joined(separator: ", "))")
    }
    guard Self.qualities.contains(quality) else {
      throw CodecError(
        .unsupported, "quality", "\(quality) is not between 0 and 51",
        remedy: "use 0 (lossless) to 51 (worst); 18 to 28 is usual")
    }
    self.size = size
    self.frameRate = frameRate
    self.preset = preset
    self.quality = quality
  }

  /// Refuses odd sizes instead of cropping them: four luma samples share a chroma sample, and a picture that silently
  /// loses a row is worse than a canvas that says so.
  private static func check(_ size: Size) throws(CodecError) {
    let edges = 2...longestEdge
    guard edges.contains(size.width), edges.contains(size.height) else {
      throw CodecError(
        .unsupported, "size", "H.264 cannot hold \(size)", remedy: "use 2 to \(longestEdge) pixels a side")
    }
    guard size.width % 2 == 0, size.height % 2 == 0 else {
      let even = Size(width: size.width & ~1, height: size.height & ~1)
      throw CodecError(
        .unsupported, "size", "H.264 needs an even width and height, not \(size)", remedy: "make the canvas \(even)")
    }
  }
}
