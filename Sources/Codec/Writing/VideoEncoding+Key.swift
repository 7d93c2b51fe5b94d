extension VideoEncoding {
  /// How long x264 takes with the preset, times as long as with `veryfast`: rough, for estimates.
  package var effort: Double {
    let efforts = [0.4, 0.7, 1, 1.6, 2.2, 2.8, 4.5, 8, 15, 40]
    return Self.presets.firstIndex(of: preset).map { efforts[$0] } ?? 1
  }

  /// Raised whenever the same pictures are handed to x264 with other settings than these.
  private static let formatVersion = 2

  /// Everything that decides the bytes of a segment besides its pictures, in words.
  package var key: String {
    "h264 \(Self.formatVersion) \(size) \(frameRate) \(preset) \(quality) \(Libraries.encoding)"
  }
}
