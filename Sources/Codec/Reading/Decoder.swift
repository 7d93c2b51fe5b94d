import CFFmpeg

/// Turns the packets of one stream into pictures or sound.
///
/// It belongs to one thread at a time.
final class Decoder {
  /// What came of asking for a frame.
  enum Outcome { case frame, needsPacket, ended }

  let context: UnsafeMutablePointer<AVCodecContext>
  private let reckonsInFloats: Bool

  /// - Parameters:
  ///   - name: The decoder to use, or nil for FFmpeg's choice.
  ///   - mostPixels: Of a picture.
  init(_ stream: UnsafeMutablePointer<AVStream>, name: String?, mostPixels: Int64 = 0) throws(FFmpegError) {
    FFmpeg.prepare()
    guard let parameters = stream.pointee.codecpar,
      let codec = name.flatMap({ avcodec_find_decoder_by_name($0) })
        ?? avcodec_find_decoder(parameters.pointee.codec_id)
    else { throw FFmpegError("finding a decoder", code: reprise_AVERROR_DECODER_NOT_FOUND) }
    guard let context = avcodec_alloc_context3(codec) else {
      throw FFmpegError("allocating a decoder", code: FFmpegError.outOfMemory)
    }
    (self.context, reckonsInFloats) = (context, Self.givesFloats(codec))
    try FFmpegError.check(avcodec_parameters_to_context(context, parameters), "preparing a decoder")
    context.pointee.pkt_timebase = stream.pointee.time_base
    context.pointee.max_pixels = mostPixels
    // With several, what is made of a damaged picture depends on which of them was sooner.
    context.pointee.thread_count = 1
    // Cropping to the pixel, also where that leaves rows unaligned; and the same result on every processor.
    context.pointee.flags |= AV_CODEC_FLAG_UNALIGNED | AV_CODEC_FLAG_BITEXACT
    try FFmpegError.check(plainly { avcodec_open2(context, codec, nil) }, "opening the decoder")
  }

  /// Whether it gives floating-point samples, or does not say what it gives, as Opus.
  private static func givesFloats(_ codec: UnsafePointer<AVCodec>) -> Bool {
    guard codec.pointee.type == AVMEDIA_TYPE_AUDIO else { return false }
    guard let format = codec.pointee.sample_fmts?.pointee else { return true }
    return format == AV_SAMPLE_FMT_FLTP || format == AV_SAMPLE_FMT_FLT
  }

  /// Some decoders choose their code as they open, others (Opus) when they first need it.
  private func plainly(_ call: () -> Int32) -> Int32 { reckonsInFloats ? FFmpeg.withPlainCode(call) : call() }

  deinit {
    var context: UnsafeMutablePointer<AVCodecContext>? = context
    avcodec_free_context(&context)
  }

  /// Hands over a packet, or nil for the end. Take every frame that is ready before the next.
  func send(_ packet: PacketBox?) throws(FFmpegError) {
    try FFmpegError.check(plainly { avcodec_send_packet(context, packet?.pointer) }, "decoding")
  }

  func receive(into frame: FrameBox) throws(FFmpegError) -> Outcome {
    let result = plainly { avcodec_receive_frame(context, frame.pointer) }
    if result == FFmpegError.again { return .needsPacket }
    if result == FFmpegError.endOfFile { return .ended }
    try FFmpegError.check(result, "decoding")
    return .frame
  }

  /// Forgets everything, for packets from another place.
  func flush() { avcodec_flush_buffers(context) }
}
