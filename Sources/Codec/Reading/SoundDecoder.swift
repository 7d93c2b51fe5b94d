import CFFmpeg
import Media

/// Decodes packets of sound afresh, so that what comes out depends on these packets and on nothing before them.
struct SoundDecoder {
  /// More sound than this in one go is a lie: a bound on memory.
  private static let mostSeconds = 60

  let track: SoundTrack
  private let decoder: Decoder
  private let timeBase: AVRational
  private var frames: [SoundFrame] = []
  private var count = 0
  private var followsLoss = false
  /// The packets that gave nothing but an error.
  private(set) var lost: [TimeRange] = []

  init(_ stream: UnsafeMutablePointer<AVStream>, _ track: SoundTrack) throws(FFmpegError) {
    self.track = track
    timeBase = stream.pointee.time_base
    decoder = try Decoder(stream, name: Self.name(for: stream))
  }

  /// Decoders that reckon in whole numbers, where FFmpeg has them: the same samples on every processor. For why they are
  /// good enough, see docs/decisions/ffmpeg.md.
  static func name(for stream: UnsafeMutablePointer<AVStream>) -> String? {
    guard let parameters = stream.pointee.codecpar?.pointee else { return nil }
    switch parameters.codec_id {
    case AV_CODEC_ID_AAC where parameters.profile == FF_PROFILE_AAC_LOW: return "aac_fixed"
    case AV_CODEC_ID_AC3: return "ac3_fixed"
    case AV_CODEC_ID_MP3: return "mp3"
    default: return nil
    }
  }

  /// The samples of the packets, in order.
  mutating func decode(_ packets: [SoundPacket]) throws(FFmpegError) -> [SoundFrame] {
    let most = Self.mostSeconds * track.sampleRate
    for packet in packets where count < most {
      do throws(FFmpegError) {
        try decoder.send(packet.box)
      } catch {
        note(packet.range)
        continue
      }
      try drain(packet.range)
    }
    try? decoder.send(nil)
    try drain(nil)
    return frames
  }

  /// Takes what is ready. An error loses the packet that it came with.
  private mutating func drain(_ range: TimeRange?) throws(FFmpegError) {
    while true {
      let box = try FrameBox()
      do throws(FFmpegError) {
        guard try decoder.receive(into: box) == .frame else { return }
      } catch {
        note(range)
        return
      }
      guard box.isSound else { continue }
      let stamp = Time(box.pointer.pointee.best_effort_timestamp, of: timeBase).map {
        track.samples(at: $0 - track.zero)
      }
      frames.append(SoundFrame(box: box, stamp: stamp, followsLoss: followsLoss))
      count += Int(box.pointer.pointee.nb_samples)
      followsLoss = false
    }
  }

  private mutating func note(_ range: TimeRange?) {
    followsLoss = true
    if let range { lost.append(range) }
  }
}
