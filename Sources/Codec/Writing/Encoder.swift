import CFFmpeg

/// One of libavcodec's encoders, opened. It belongs to one thread at a time.
final class Encoder {
  let context: UnsafeMutablePointer<AVCodecContext>
  private let packet: PacketBox
  private let name: String

  /// - Parameters:
  ///   - name: libavcodec's name of the encoder.
  ///   - options: The encoder's own options.
  ///   - isPlain: Whether it does without vectors: see `FFmpeg.withPlainCode`.
  ///   - configure: Sets the context's fields before it is opened.
  /// - Throws: if this build of FFmpeg lacks the encoder, or it refuses the settings.
  init(
    _ name: String, options: KeyValuePairs<String, String> = [:], isPlain: Bool = false,
    configure: (inout AVCodecContext) -> Void
  ) throws(CodecError) {
    FFmpeg.prepare()
    guard let codec = avcodec_find_encoder_by_name(name) else { throw .encoderMissing(name) }
    guard let context = avcodec_alloc_context3(codec) else { throw .encoding("out of memory") }
    self.context = context
    self.name = name
    do throws(FFmpegError) {
      packet = try PacketBox()
      configure(&context.pointee)
      for (key, value) in options {
        try FFmpegError.check(av_opt_set(context, key, value, AV_OPT_SEARCH_CHILDREN), "setting \(key)=\(value)")
      }
      let open = { FFmpeg.withoutUrgency { avcodec_open2(context, codec, nil) } }
      try FFmpegError.check(isPlain ? FFmpeg.withPlainCode(open) : open(), "opening")
    } catch {
      throw .encoding("\(name) refuses its settings", error)
    }
  }

  deinit {
    var context: UnsafeMutablePointer<AVCodecContext>? = context
    avcodec_free_context(&context)
  }

  /// Takes one frame, or nil for the end, and hands on what packets there are. A packet is valid inside the call only.
  func encode(_ frame: FrameBox?, _ take: (AVPacket) throws(CodecError) -> Void) throws(CodecError) {
    try check(avcodec_send_frame(context, frame?.pointer), "taking a frame")
    while true {
      let code = avcodec_receive_packet(context, packet.pointer)
      if code == FFmpegError.again || code == FFmpegError.endOfFile { return }
      try check(code, "giving a packet")
      defer { packet.clear() }
      try take(packet.pointer.pointee)
    }
  }

  /// What a decoder has to know before the first packet.
  var extradata: [UInt8] {
    Array(UnsafeBufferPointer(start: context.pointee.extradata, count: Int(context.pointee.extradata_size)))
  }

  private func check(_ code: Int32, _ operation: String) throws(CodecError) {
    do {
      try FFmpegError.check(code, operation)
    } catch {
      throw .encoding("\(name) failed", error)
    }
  }
}

extension AVPacket {
  /// A copy of the payload.
  var payload: [UInt8] { Array(UnsafeBufferPointer(start: data, count: Int(size))) }
}
