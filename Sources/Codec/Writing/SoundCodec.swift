import CFFmpeg
import Media

/// How sound is coded in a file that has pictures, too.
package enum SoundCodec: String, Hashable, Sendable {
  /// AAC-LC, 192 kb/s in stereo.
  case aac
  /// Opus, 160 kb/s in stereo.
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

  /// Bits a second. Of coded sound, mono has half of what stereo has, and 5.1 twice as much.
  func bitRate(_ layout: ChannelLayout = .stereo) -> Int64 {
    switch self {
    case .aac: layout.share(of: 192_000)
    case .opus: layout.share(of: 160_000)
    case .pcm: 24 * AudioBlock.sampleRate * Int64(layout.channelCount)
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
    case .opus: .turns
    case .pcm: .wholeTurns
    }
  }
}

extension ChannelLayout {
  /// Of what stereo has.
  fileprivate func share(of rate: Int64) -> Int64 {
    switch self {
    case .mono: rate / 2
    case .stereo: rate
    case .surround: rate * 2
    }
  }
}
