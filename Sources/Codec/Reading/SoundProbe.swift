import CFFmpeg
import Media

/// What the first frames of a stream of sound, decoded, tell about the rest.
struct SoundProbe {
  let index: Int
  let codec: String
  let sampleRate: Int
  let channelCount: Int
  /// When the first sample that is meant to be heard sounds, and when its frame ends, on the container's clock.
  let start: Time
  let firstEnd: Time
  let frameSize: Int64
  /// One tick of the container's clock.
  let tick: Time

  init(_ demuxer: Demuxer, stream index: Int, place: String) throws(CodecError) {
    guard let stream = demuxer.stream(index), let parameters = stream.pointee.codecpar else {
      throw CodecError(.noAudio, place, "has no sound")
    }
    self.index = index
    codec = String(cString: avcodec_get_name(parameters.pointee.codec_id))
    let boxes = try Self.firstFrames(demuxer, stream, index, place: place, codec: codec)
    // Otherwise the optimizer frees them as soon as their pointers are out, before what these point to is read.
    defer { withExtendedLifetime((demuxer, boxes)) {} }
    let first = boxes[0].pointer
    sampleRate = Int(first.pointee.sample_rate)
    channelCount = Int(first.pointee.ch_layout.nb_channels)
    let timeBase = stream.pointee.time_base
    tick = Time(1, of: timeBase) ?? .zero
    start =
      Time(first.pointee.best_effort_timestamp, of: timeBase) ?? Time(stream.pointee.start_time, of: timeBase) ?? .zero
    firstEnd = start + Time(ticks: Int64(first.pointee.nb_samples), rate: Int64(first.pointee.sample_rate))
    // The first may have lost the encoder's delay.
    frameSize = Int64(boxes[boxes.count - 1].pointer.pointee.nb_samples)
  }

  private static func firstFrames(
    _ demuxer: Demuxer, _ stream: UnsafeMutablePointer<AVStream>, _ index: Int, place: String, codec: String
  ) throws(CodecError) -> [FrameBox] {
    do throws(FFmpegError) {
      let frames = try FrameStream(
        demuxer, stream: index, decoder: Decoder(stream, name: SoundDecoder.name(for: stream)))
      var boxes: [FrameBox] = []
      while boxes.count < 2, let box = try frames.next() {
        if box.isSound { boxes.append(box) }
      }
      guard !boxes.isEmpty else { throw FFmpegError("decoding \(codec)", code: FFmpegError.invalidData) }
      return boxes
    } catch {
      throw CodecError(.damaged, place, "none of its sound can be decoded", cause: error)
    }
  }
}

extension FrameBox {
  /// Whether it holds samples that make sense.
  var isSound: Bool {
    let frame = pointer.pointee
    return frame.nb_samples > 0 && (1...768_000).contains(frame.sample_rate)
      && (1...64).contains(frame.ch_layout.nb_channels)
  }
}
