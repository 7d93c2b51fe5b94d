import CFFmpeg
import Media

// How libavcodec's encoders are set. Threads are fixed, so that the same pictures give the same bytes however many
// segments are at work. See docs/decisions/codecs.md.
extension VideoEncoding {
  /// libavcodec's name of the encoder, and its options.
  var encoder: (name: String, options: KeyValuePairs<String, String>) {
    switch codec {
    case .h264:
      // No IDR but the first (a segment is short); NAL units behind lengths, as mp4 wants them.
      let settings = "cpu-independent=1:stitchable=1:open-gop=0:keyint=infinite:min-keyint=infinite:annexb=0"
      return ("libx264", ["preset": preset, "crf": "\(quality)", "x264-params": settings])
    case .hevc:
      // Without a pool there are no wavefronts, which on a machine with one processor there would not be either.
      let settings = "pools=none:frame-threads=2:open-gop=0:keyint=-1:annexb=0:info=0:log-level=none"
      let amount = quality == 0 ? "lossless=1" : "crf=\(quality)"
      return ("libx265", ["preset": preset, "x265-params": "\(settings):\(amount)"])
    case .av1:
      return (
        "libsvtav1",
        ["preset": "\([12, 11, 10, 9, 8, 6, 5, 4, 3, 2][speed])", "crf": "\(quality)", "svtav1-params": "lp=2"]
      )
    case .vp9:
      return (
        "libvpx-vp9",
        [
          "deadline": "good", "cpu-used": "\([5, 5, 4, 3, 3, 2, 1, 1, 0, 0][speed])", "crf": "\(quality)",
          "lossless": quality == 0 ? "1" : "0", "row-mt": "1",
          // Pictures that are not shown cannot have transparency of their own.
          "auto-alt-ref": hasAlpha ? "0" : "1", "lag-in-frames": "25",
        ]
      )
    case .prores: return ("prores_ks", ["profile": ["hq", "standard", "lt", "proxy"][quality], "vendor": "apl0"])
    case .prores4444:
      return (
        "prores_ks",
        ["profile": ["4444xq", "4444"][quality], "vendor": "apl0", "alpha_bits": hasAlpha ? "16" : "0"]
      )
    case .webp:
      return (
        "libwebp",
        [
          "lossless": quality == 0 ? "1" : "0", "quality": quality == 0 ? "75" : "\(100 - quality)",
          "compression_level": "\([0, 1, 2, 3, 4, 4, 5, 6, 6, 6][speed])",
        ]
      )
    // Each row minus the one above, packed lightly: a third of the time of zlib's usual level for a quarter more bytes.
    case .png: return ("png", ["pred": "up", "compression_level": "1"])
    case .gif: return ("", [:])
    }
  }

  var codecIdentifier: AVCodecID {
    switch codec {
    case .h264: AV_CODEC_ID_H264
    case .hevc: AV_CODEC_ID_HEVC
    case .av1: AV_CODEC_ID_AV1
    case .vp9: AV_CODEC_ID_VP9
    case .prores, .prores4444: AV_CODEC_ID_PRORES
    case .webp: AV_CODEC_ID_WEBP
    case .png: AV_CODEC_ID_PNG
    case .gif: AV_CODEC_ID_GIF
    }
  }

  func describe(_ context: inout AVCodecContext) {
    (context.width, context.height) = (Int32(size.width), Int32(size.height))
    context.pix_fmt = PictureLayout.name(of: format)
    context.time_base = frameRate.interval
    context.framerate = AVRational(num: frameRate.numerator, den: frameRate.denominator)
    context.sample_aspect_ratio = AVRational(num: 1, den: 1)
    (context.thread_count, context.thread_type) = (2, codec == .h264 ? FF_THREAD_FRAME : FF_THREAD_SLICE)
    context.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | Int32(bitPattern: AV_CODEC_FLAG_CLOSED_GOP)
    if codec != .h264 {
      context.flags |= AV_CODEC_FLAG_BITEXACT
      // Longer than any segment.
      context.gop_size = 1 << 20
    }
    (context.color_primaries, context.color_trc, context.colorspace) = (
      AVCOL_PRI_BT709, AVCOL_TRC_BT709, AVCOL_SPC_BT709
    )
    context.color_range = AVCOL_RANGE_MPEG
    context.chroma_sample_location = codec.hasSharedChroma ? AVCHROMA_LOC_LEFT : AVCHROMA_LOC_UNSPECIFIED
  }
}

extension VideoCodec {
  /// Whether chroma has a place of its own among the pixels, which files tell.
  var hasSharedChroma: Bool {
    switch self {
    case .h264, .hevc, .av1, .vp9: true
    case .prores, .prores4444, .gif, .webp, .png: false
    }
  }
}
