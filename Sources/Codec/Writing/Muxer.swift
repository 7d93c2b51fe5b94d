import CFFmpeg
import Media

/// One of libavformat's muxers, set up for one picture track and, at most, one sound track.
final class Muxer {
  private let context: UnsafeMutablePointer<AVFormatContext>
  private let output: MovieOutput
  private let packet: PacketBox
  private let form: PacketForm
  private let frameRate: FrameRate
  private let sound: EncodedSound?

  /// - Parameter room: How many bytes to leave free before the media for the index; 0 puts it behind them.
  init(
    _ encoding: VideoEncoding, in container: MovieContainer, parameterSets: [UInt8], sound: EncodedSound?,
    synopsis: String?, output: MovieOutput,
    roomForIndex room: Int64
  ) throws(CodecError) {
    FFmpeg.prepare()
    var made: UnsafeMutablePointer<AVFormatContext>?
    let code = avformat_alloc_output_context2(&made, nil, container.rawValue, nil)
    guard let context = made else { throw output.error(FFmpegError("making a \(container)", code: code)) }
    (self.context, self.output, self.sound) = (context, output, sound)
    (form, frameRate) = (PacketForm(encoding), encoding.frameRate)
    do { packet = try PacketBox() } catch { throw output.error(error) }

    context.pointee.pb = output.pointer
    // No dates and no version of the library: the same video is the same file.
    context.pointee.flags |= AVFMT_FLAG_BITEXACT
    // The output is a file: packets need not arrive one by one.
    context.pointee.flush_packets = 0
    if let synopsis { av_dict_set(&context.pointee.metadata, container.sentenceTag, synopsis, 0) }
    try addTrack { (track) throws(FFmpegError) in try track.describe(encoding, parameterSets: parameterSets) }
    if let sound { try addTrack { (track) throws(FFmpegError) in try track.describe(sound) } }
    // In a webm the muxer moves sound that begins before 0 by itself; pictures are to stay where they are.
    if container == .webm { context.pointee.avoid_negative_ts = 0 }
    if container.hasBoxes { try set(["moov_size": room, "movie_timescale": Self.clock(for: encoding.frameRate)]) }
    try check(avformat_write_header(context, nil), "beginning the \(container)")
  }

  deinit { avformat_free_context(context) }

  /// - Parameters:
  ///   - frame: When it is shown, in frames of the video.
  ///   - turn: When it is decoded, in frames; never after it is shown, and below 0 at the beginning.
  func writePicture(_ bytes: ArraySlice<UInt8>, frame: Int64, turn: Int64, isKey: Bool) throws(CodecError) {
    let (colors, transparency) = form.parts(of: bytes)
    stamp(frame, decodedAt: turn, lasting: 1, in: frameRate.interval, track: 0)
    // Block addition 1, with its number before it.
    if !transparency.isEmpty {
      try attach([0, 0, 0, 0, 0, 0, 0, 1] + transparency, AV_PKT_DATA_MATROSKA_BLOCKADDITIONAL)
    }
    try write(colors, track: 0, isKey: isKey)
  }

  /// - Parameter samples: Which ones the packet holds, on the clock of what is heard.
  func writeSound(_ bytes: ArraySlice<UInt8>, samples: Range<Int64>) throws(CodecError) {
    let clock = AVRational(num: 1, den: Int32(AudioBlock.sampleRate))
    stamp(
      samples.lowerBound, decodedAt: samples.lowerBound, lasting: Int64(samples.count), in: clock, track: 1)
    let spare = (sound?.codec.packetLength ?? 0) - Int64(samples.count)
    // Samples to drop at the end: the second of two numbers of 32 bits, little-endian, before two of 8.
    if sound?.codec == .opus, spare > 0 {
      try attach(
        [0, 0, 0, 0] + withUnsafeBytes(of: UInt32(spare).littleEndian, Array.init) + [0, 0], AV_PKT_DATA_SKIP_SAMPLES)
    }
    try write(bytes, track: 1, isKey: true)
  }

  /// Writes what is due at the end.
  ///
  /// - Returns: How many bytes of the file the index takes.
  func finish() throws(CodecError) -> Int64 {
    let start = output.offset
    try check(av_write_trailer(context), "ending the file")
    return output.offset - start
  }

  private func write(_ bytes: ArraySlice<UInt8>, track: Int32, isKey: Bool) throws(CodecError) {
    packet.pointer.pointee.stream_index = track
    packet.pointer.pointee.flags = isKey ? AV_PKT_FLAG_KEY : 0
    let code = bytes.withUnsafeBufferPointer { bytes in
      // Safe because the muxer reads the bytes before it returns, and writes to none.
      packet.pointer.pointee.data = UnsafeMutablePointer(mutating: bytes.baseAddress)
      packet.pointer.pointee.size = Int32(bytes.count)
      return av_write_frame(context, packet.pointer)
    }
    (packet.pointer.pointee.data, packet.pointer.pointee.size) = (nil, 0)
    packet.clear()
    try check(code, "writing a packet")
  }

  /// Says when the packet is shown and decoded: on the track's clock, which the muxer chose.
  private func stamp(
    _ shown: Int64, decodedAt turn: Int64, lasting length: Int64, in clock: AVRational, track: Int
  ) {
    let ticks = clockOfTrack(track)
    packet.pointer.pointee.pts = av_rescale_q(shown, clock, ticks)
    packet.pointer.pointee.dts = av_rescale_q(turn, clock, ticks)
    packet.pointer.pointee.duration = av_rescale_q(length, clock, ticks)
  }

  /// Puts bytes beside those of the next packet.
  private func attach(_ bytes: [UInt8], _ kind: AVPacketSideDataType) throws(CodecError) {
    guard let data = av_packet_new_side_data(packet.pointer, kind, bytes.count) else {
      throw output.error(FFmpegError("adding to a packet", code: FFmpegError.outOfMemory))
    }
    UnsafeMutableRawBufferPointer(start: data, count: bytes.count).copyBytes(from: bytes)
  }

  private func set(_ numbers: KeyValuePairs<String, Int64>) throws(CodecError) {
    for (name, number) in numbers {
      try check(av_opt_set_int(context.pointee.priv_data, name, number, 0), "setting \(name)")
    }
  }

  private func addTrack(_ describe: (inout AVStream) throws(FFmpegError) -> Void) throws(CodecError) {
    do throws(FFmpegError) {
      guard let stream = avformat_new_stream(context, nil) else {
        throw FFmpegError("adding a track", code: FFmpegError.outOfMemory)
      }
      try describe(&stream.pointee)
    } catch {
      throw output.error(error)
    }
  }

  /// The clock that the muxer chose for a track.
  private func clockOfTrack(_ index: Int) -> AVRational {
    context.pointee.streams[index]?.pointee.time_base ?? AVRational(num: 1, den: 1)
  }

  /// A clock for the whole movie on which every frame and every sample is a whole number of ticks, so that tracks end
  /// where they should. Rates so odd that there is none keep the frames.
  private static func clock(for rate: FrameRate) -> Int64 {
    let (frames, samples) = (Int64(rate.numerator), AudioBlock.sampleRate)
    let both = frames / Int64(av_gcd(frames, samples)) * samples
    return both <= Int32.max ? both : frames
  }

  private func check(_ code: Int32, _ operation: String) throws(CodecError) {
    guard code < 0 || output.failure != nil else { return }
    throw output.error(FFmpegError(operation, code: code))
  }
}
