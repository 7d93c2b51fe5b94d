import CFFmpeg
package import Media

/// A file of sound alone: 48 kHz, 24 bits.
///
/// What is written goes on at once, so memory does not grow with its length. It belongs to one thread at a time.
package final class SoundFile: SoundSink {
  package enum Format: String, Sendable {
    case wav, flac

    var encoder: String { self == .wav ? "pcm_s24le" : "flac" }
  }

  private let packets: SoundPacketizer
  private let output: MovieOutput
  private let context: UnsafeMutablePointer<AVFormatContext>

  /// - Parameters:
  ///   - layout: Of every block that will come.
  ///   - file: The caller commits it.
  package init(_ format: Format, _ layout: ChannelLayout = .stereo, into file: AtomicFile) throws(CodecError) {
    let encoder = try Self.encoder(format, layout)
    let length = Int64(encoder.context.pointee.frame_size)
    packets = try SoundPacketizer(
      encoder, layout, .wholeTurns, length: length > 0 ? length : SoundCodec.pcm.packetLength)
    output = try MovieOutput(file)
    var made: UnsafeMutablePointer<AVFormatContext>?
    let code = avformat_alloc_output_context2(&made, nil, format.rawValue, nil)
    guard let context = made else { throw output.error(FFmpegError("making a \(format)", code: code)) }
    self.context = context
    context.pointee.pb = output.pointer
    context.pointee.flags |= AVFMT_FLAG_BITEXACT
    context.pointee.flush_packets = 0
    guard let stream = avformat_new_stream(context, nil) else { throw .encoding("out of memory") }
    stream.pointee.time_base = encoder.context.pointee.time_base
    try check(avcodec_parameters_from_context(stream.pointee.codecpar, encoder.context), "describing the sound")
    try check(avformat_write_header(context, nil), "beginning the file")
  }

  deinit { avformat_free_context(context) }

  package func write(_ block: AudioBlock) throws(CodecError) { try packets.write(block, pass) }

  /// Writes what is due at the end. Nothing may be written after it.
  package func finish() throws(CodecError) {
    try packets.finish(pass)
    try check(av_write_trailer(context), "ending the file")
    try output.finish(with: [])
  }

  /// FLAC's predictors come from floating-point sums, which vectors add up in other orders.
  private static func encoder(_ format: Format, _ layout: ChannelLayout) throws(CodecError) -> Encoder {
    try Encoder(format.encoder, isPlain: true) { context in
      context.describeSound(.pcm, layout)
      context.bits_per_raw_sample = 24
    }
  }

  private func pass(_ packet: AVPacket) throws(CodecError) {
    var packet = packet
    try check(av_write_frame(context, &packet), "writing a packet")
  }

  private func check(_ code: Int32, _ operation: String) throws(CodecError) {
    guard code < 0 || output.failure != nil else { return }
    throw output.error(FFmpegError(operation, code: code))
  }
}
