/// How pictures are coded in a file.
public enum VideoCodec: String, Hashable, Sendable, CaseIterable {
  case h264, hevc, av1, vp9
  /// ProRes 422: ten bits, for editing.
  case prores
  /// ProRes 4444: chroma as fine as luma, and transparency.
  case prores4444
  /// Pictures that are files of their own, or parts of one.
  case gif, webp, png

  /// As people write it.
  public var title: String {
    switch self {
    case .h264: "H.264"
    case .hevc: "HEVC"
    case .prores: "ProRes 422"
    case .prores4444: "ProRes 4444"
    case .webp: "WebP"
    case .av1, .vp9, .gif, .png: rawValue.uppercased()
    }
  }

  /// Whether what is transparent stays so.
  public var keepsAlpha: Bool {
    switch self {
    case .h264, .hevc, .av1, .prores: false
    case .vp9, .prores4444, .gif, .webp, .png: true
    }
  }
}
