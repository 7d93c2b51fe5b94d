import CFFmpeg
import Media

/// libavformat's mp4 muxer, set up for one picture track and, at most, one sound track.
final class Muxer {
  private let context: UnsafeMutablePointer<AVFormatContext>
  private let output: MovieOutput
  private let packet: PacketBox
  /// Ticks of the picture track's clock in a frame.
  private var frameTicks: Int64 = 1

  /// - Parameter room: How many bytes to leave free before the media for the index; 0 puts it behind them.
  init(
    _ encoding: VideoEncoding, parameterSets: [UInt8], sound: EncodedSound?, synopsis: String?, output: MovieOutput,
    roomForIndex room: Int64
  ) throws(CodecError) {
    FFmpeg.prepare()
    var made: UnsafeMutablePointer<AVFormatContext>?
    let code = avformat_alloc_output_context2(&made, nil, "mp4", nil)
    guard let context = made else { throw output.error(FFmpegError("making an mp4", code: code)) }
    (self.context, self.output) = (context, output)
    do { packet = try PacketBox() } catch { throw output.error(error) }

    context.pointee.pb = output.pointer
    // No dates and no version of the library: the same video is the same file.
    context.pointee.flags |= AVFMT_FLAG_BITEXACT
    // The output is a file: packets need not arrive one by one.
    context.pointee.flush_packets = 0
    if let synopsis { av_dict_set(&context.pointee.metadata, "synopsis", synopsis, 0) }
    try addTrack { (track) throws(FFmpegError) in try track.describe(encoding, parameterSets: parameterSets) }
    if let sound { try addTrack { (track) throws(FFmpegError) in try track.describe(sound) } }
    try check(av_opt_set_int(context.pointee.priv_data, "moov_size", room, 0), "leaving room for the index")
    let clock = Self.clock(for: encoding.frameRate)
    try check(av_opt_set_int(context.pointee.priv_data, "movie_timescale", clock, 0), "setting the clock")
    try check(avformat_write_header(context, nil), "beginning the mp4")
    frameTicks = av_rescale_q(1, encoding.frameRate.interval, clockOfTrack(0))
  }

  deinit { avformat_free_context(context) }

  /// - Parameters:
  ///   - frame: When it is shown, in frames of the video.
  ///   - turn: When it is decoded, in frames; never after it is shown, and below 0 at the beginning.
  func writePicture(_ bytes: ArraySlice<UInt8>, frame: Int64, turn: Int64, isKey: Bool) throws(CodecError) {
    packet.pointer.pointee.pts = frame * frameTicks
    packet.pointer.pointee.dts = turn * frameTicks
    packet.pointer.pointee.duration = frameTicks
    try write(bytes, track: 0, isKey: isKey)
  }

  /// - Parameter samples: Which ones the packet holds, on the clock of what is heard.
  func writeSound(_ bytes: ArraySlice<UInt8>, samples: Range<Int64>) throws(CodecError) {
    packet.pointer.pointee.pts = samples.lowerBound
    packet.pointer.pointee.dts = samples.lowerBound
    packet.pointer.pointee.duration = Int64(samples.count)
    try write(bytes, track: 1, isKey: true)
  }

  /// Writes what is due at the end.
  ///
  /// - Returns: How many bytes of the file the index takes.
  func finish() throws(CodecError) -> Int64 {
    let start = output.offset
    try check(av_write_trailer(context), "ending the mp4")
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
    try check(code, "writing a packet")
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
