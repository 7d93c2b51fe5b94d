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
    (codec_type, codec_id) = (AVMEDIA_TYPE_VIDEO, AV_CODEC_ID_H264)
    format = AV_PIX_FMT_YUV420P.rawValue
    (width, height) = (Int32(encoding.size.width), Int32(encoding.size.height))
    sample_aspect_ratio = AVRational(num: 1, den: 1)
    (color_primaries, color_trc, color_space) = (AVCOL_PRI_BT709, AVCOL_TRC_BT709, AVCOL_SPC_BT709)
    (color_range, chroma_location) = (AVCOL_RANGE_MPEG, AVCHROMA_LOC_LEFT)
    try setExtradata(parameterSets)
  }

  fileprivate mutating func describe(_ sound: EncodedSound) throws(FFmpegError) {
    (codec_type, codec_id) = (AVMEDIA_TYPE_AUDIO, AV_CODEC_ID_AAC)
    format = AV_SAMPLE_FMT_FLTP.rawValue
    sample_rate = Int32(AudioBlock.sampleRate)
    av_channel_layout_default(&ch_layout, 2)
    bit_rate = EncodedSound.bitRate
    frame_size = Int32(EncodedSound.packetLength)
    initial_padding = Int32(sound.priming)
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
