import CFFmpeg
package import Media

/// Which libraries decode, resample and encode, to the version: what they make may differ from one to the next.
package enum Libraries {
  /// Those that decode.
  package static var decoding: String {
    "libavcodec \(version(avcodec_version())) libavformat \(version(avformat_version())) "
      + "libswresample \(version(swresample_version()))"
  }

  /// Those that decode, and the one that encodes pictures.
  package static func encoding(_ codec: VideoCodec) -> String {
    switch codec {
    case .h264: decoding + " " + x264
    case .hevc: decoding + " x265 " + string(reprise_text_behind("x265_version_str"))
    case .av1: decoding + " SVT-AV1 " + string(reprise_text_of("svt_av1_get_version"))
    case .vp9: decoding + " libvpx " + string(reprise_text_of("vpx_codec_version_str"))
    case .webp: decoding + " libwebp \(reprise_number_of("WebPGetEncoderVersion"))"
    case .prores, .prores4444, .gif, .png: decoding
    }
  }

  /// Those that decode, and the one that encodes sound.
  package static func encoding(_ codec: SoundCodec) -> String {
    codec == .opus ? decoding + " " + string(reprise_text_of("opus_get_version_string")) : decoding
  }

  private static func version(_ number: UInt32) -> String {
    "\(number >> 16).\(number >> 8 & 255).\(number & 255)"
  }

  /// As x264 signs a stream: `core 164 r3095 baee400`. Empty if there is no x264; encoding then says so.
  private static let x264: String = {
    let encoder = try? Encoder("libx264") {
      ($0.width, $0.height, $0.pix_fmt) = (16, 16, AV_PIX_FMT_YUV420P)
      $0.time_base = AVRational(num: 1, den: 1)
      $0.thread_count = 1
      $0.flags |= AV_CODEC_FLAG_GLOBAL_HEADER
    }
    let text = String(decoding: encoder?.extradata ?? [], as: UTF8.self)
    guard let start = text.firstRange(of: "core ")?.lowerBound else { return "" }
    return "x264 " + text[start...].prefix { $0 != "-" && $0 != "," }
  }()

  private static func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
}
