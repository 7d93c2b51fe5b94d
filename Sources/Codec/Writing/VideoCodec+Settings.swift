package import Media

// What may be asked of each codec.
extension VideoCodec {
  /// From the best to the worst.
  package var qualities: ClosedRange<Int> {
    switch self {
    case .h264, .hevc: 0...51
    case .av1: 1...63
    case .vp9: 0...63
    case .prores: 0...3
    case .prores4444: 0...1
    case .webp: 0...100
    case .gif, .png: 0...0
    }
  }

  /// Between a good picture and a small file; of one likeness across the codecs that lose something.
  package var usualQuality: Int {
    switch self {
    case .h264: 23
    case .hevc: 26
    case .av1, .vp9: 32
    case .prores, .prores4444: 1
    case .webp: 20
    case .gif, .png: 0
    }
  }

  package var qualityWords: String {
    switch self {
    case .h264, .hevc: "0 (lossless) to 51 (worst); 18 to 28 is usual"
    case .av1: "1 (best) to 63 (worst); 25 to 40 is usual"
    case .vp9: "0 (lossless) to 63 (worst); 25 to 40 is usual"
    case .prores: "0 (HQ), 1 (422), 2 (LT) or 3 (Proxy)"
    case .prores4444: "0 (XQ) or 1 (4444)"
    case .webp: "0 (lossless) to 100 (worst); 10 to 40 is usual"
    case .gif, .png: "none: it has one"
    }
  }

  package var hasPresets: Bool {
    switch self {
    case .h264, .hevc, .av1, .vp9, .webp: true
    case .prores, .prores4444, .gif, .png: false
    }
  }

  /// The widths and heights that its encoder takes, in pixels.
  private var edges: ClosedRange<Int> {
    switch self {
    case .h264: 2...16_384
    case .hevc, .prores, .prores4444: 16...8192
    case .av1: 64...8192
    case .vp9: 2...16_384
    case .gif, .png: 1...16_384
    case .webp: 1...16_383
    }
  }

  /// Whether several pixels share a chroma sample. An odd size is refused instead of cropped: a picture that silently
  /// loses a row is worse than a canvas that says so.
  private var needsEvenSize: Bool {
    switch self {
    case .gif, .webp, .png, .prores4444: false
    case .h264, .hevc, .av1, .vp9, .prores: true
    }
  }

  func check(_ size: Size) throws(CodecError) {
    guard edges.contains(size.width), edges.contains(size.height) else {
      throw CodecError(
        .unsupported, "size", "\(title) cannot hold \(size)",
        remedy: "use \(edges.lowerBound) to \(edges.upperBound) pixels a side")
    }
    guard !needsEvenSize || (size.width % 2 == 0 && size.height % 2 == 0) else {
      let even = Size(width: size.width & ~1, height: size.height & ~1)
      throw CodecError(
        .unsupported, "size", "\(title) needs an even width and height, not \(size)", remedy: "make the canvas \(even)")
    }
  }
}
