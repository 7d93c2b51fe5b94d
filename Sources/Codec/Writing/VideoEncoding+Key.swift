import Media

extension VideoEncoding {
  /// How long encoding takes, times as long as x264 takes with `veryfast`: rough, for estimates.
  package var effort: Double {
    let efforts = [0.4, 0.7, 1, 1.6, 2.2, 2.8, 4.5, 8, 15, 40]
    return codec.hasPresets ? efforts[speed] * codec.weight : codec.weight
  }

  /// Raised whenever the same pictures are handed to the encoder with other settings than these.
  private var formatVersion: Int { codec == .h264 ? 2 : 1 }

  /// Everything that decides the bytes of a segment besides its pictures, in words.
  package var key: String {
    let words = ["\(codec.rawValue)", "\(formatVersion)", "\(size)", "\(frameRate)", preset, "\(quality)"]
    return (words + (hasAlpha ? ["alpha"] : []) + [Libraries.encoding(codec)]).joined(separator: " ")
  }
}

extension VideoCodec {
  /// How much slower than x264 its encoder is.
  fileprivate var weight: Double {
    switch self {
    case .h264: 1
    case .hevc: 4
    case .av1, .vp9: 3
    case .prores, .prores4444, .png, .gif: 2
    case .webp: 5
    }
  }
}
