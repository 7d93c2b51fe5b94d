import CFFmpeg

/// How sound is coded in a file that has pictures, too.
package enum SoundCodec: String, Hashable, Sendable {
  /// AAC-LC, 192 kb/s.
  case aac
  /// Opus, 160 kb/s.
  case opus
  /// Whole numbers of 24 bits, for editing.
  case pcm

  /// Samples in a packet, in each channel.
  package var packetLength: Int64 {
    switch self {
    case .aac: 1024
    case .opus: 960
    case .pcm: 4800
    }
  }

  /// Bits a second.
  var bitRate: Int64 {
    switch self {
    case .aac: 192_000
    case .opus: 160_000
    case .pcm: 2_304_000
    }
  }

  /// libavcodec's name of the encoder.
  var encoder: String {
    switch self {
    case .aac: "aac"
    case .opus: "libopus"
    case .pcm: "pcm_s24le"
    }
  }

  var identifier: AVCodecID {
    switch self {
    case .aac: AV_CODEC_ID_AAC
    case .opus: AV_CODEC_ID_OPUS
    case .pcm: AV_CODEC_ID_PCM_S24LE
    }
  }

  /// How the encoder wants samples.
  var form: SampleForm {
    switch self {
    case .aac: .planes
    case .opus: .pairs
    case .pcm: .wholePairs
    }
  }
}
