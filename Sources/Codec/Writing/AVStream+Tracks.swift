import CFFmpeg
import Media

extension FrameRate {
  /// The time between frames, in seconds.
  var interval: AVRational { AVRational(num: denominator, den: numerator) }
}

extension AVStream {
  mutating func describe(_ encoding: VideoEncoding, parameterSets: [UInt8]) throws(FFmpegError) {
    time_base = encoding.frameRate.interval
    avg_frame_rate = AVRational(num: encoding.frameRate.numerator, den: encoding.frameRate.denominator)
    sample_aspect_ratio = AVRational(num: 1, den: 1)
    try codecpar.pointee.describe(encoding, parameterSets: parameterSets)
  }

  mutating func describe(_ sound: EncodedSound) throws(FFmpegError) {
    time_base = AVRational(num: 1, den: Int32(AudioBlock.sampleRate))
    try codecpar.pointee.describe(sound)
  }
}

extension AVCodecParameters {
  fileprivate mutating func describe(_ encoding: VideoEncoding, parameterSets: [UInt8]) throws(FFmpegError) {
    (codec_type, codec_id) = (AVMEDIA_TYPE_VIDEO, encoding.codecIdentifier)
    codec_tag = encoding.tag.map(UInt32.init(tag:)) ?? 0
    format = PictureLayout.name(of: encoding.format).rawValue
    (width, height) = (Int32(encoding.size.width), Int32(encoding.size.height))
    sample_aspect_ratio = AVRational(num: 1, den: 1)
    (color_primaries, color_trc, color_space) = (AVCOL_PRI_BT709, AVCOL_TRC_BT709, AVCOL_SPC_BT709)
    color_range = AVCOL_RANGE_MPEG
    chroma_location = encoding.codec.hasSharedChroma ? AVCHROMA_LOC_LEFT : AVCHROMA_LOC_UNSPECIFIED
    if encoding.codec == .prores4444 { bits_per_coded_sample = encoding.hasAlpha ? 32 : 24 }
    try setExtradata(parameterSets)
  }

  fileprivate mutating func describe(_ sound: EncodedSound) throws(FFmpegError) {
    (codec_type, codec_id) = (AVMEDIA_TYPE_AUDIO, sound.codec.identifier)
    format = sound.codec.form.name.rawValue
    sample_rate = Int32(AudioBlock.sampleRate)
    ch_layout = AVChannelLayout(sound.layout)
    bit_rate = sound.codec.bitRate(sound.layout)
    frame_size = Int32(sound.codec.packetLength)
    initial_padding = Int32(sound.priming)
    if sound.codec == .pcm {
      (bits_per_coded_sample, block_align, frame_size) = (24, 3 * Int32(sound.layout.channelCount), 0)
    }
    // Opus needs 80 ms to find its feet where a player begins in the middle (RFC 7845, 4.6).
    if sound.codec == .opus { seek_preroll = 3840 }
    try setExtradata(sound.configuration)
  }

  private mutating func setExtradata(_ bytes: [UInt8]) throws(FFmpegError) {
    guard let copy = av_mallocz(bytes.count + Int(AV_INPUT_BUFFER_PADDING_SIZE)) else {
      throw FFmpegError("describing a track", code: FFmpegError.outOfMemory)
    }
    UnsafeMutableRawBufferPointer(start: copy, count: bytes.count).copyBytes(from: bytes)
    extradata = copy.assumingMemoryBound(to: UInt8.self)
    extradata_size = Int32(bytes.count)
  }
}

extension VideoEncoding {
  /// What boxes call it, where there is more than one name: `hvc1` says that parameter sets stand in the index alone, which
  /// is what Apple's players ask for. Nil leaves it to libavformat.
  fileprivate var tag: String? {
    switch codec {
    case .hevc: "hvc1"
    case .prores: ["apch", "apcn", "apcs", "apco"][quality]
    case .prores4444: ["ap4x", "ap4h"][quality]
    default: nil
    }
  }
}

extension UInt32 {
  /// Four letters, the first in the lowest byte.
  fileprivate init(tag: String) { self = tag.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) } }
}
