import CFFmpeg
package import Media

/// Encodes one segment. Make one for each segment; any number may work at the same time, each on one thread at a time.
///
/// x264 starts afresh, always with two threads, and leaves out whatever depends on the processor, so that the same
/// pictures give the same bytes on every machine, however many segments are at work. See docs/decisions/x264.md.
package final class SegmentEncoder: PictureSink {
  /// By how many steps the first picture is quantized finer: what x264 gives each key picture but the first, which
  /// it thinks is the only one (6 log₂ 1.4). Better for its bits than a better quality throughout.
  private static let firstFrameBonus: Int32 = 3

  private let encoding: VideoEncoding
  private let encoder: Encoder
  private var packets: [EncodedSegment.Packet] = []
  private var data: [UInt8] = []
  private var frameCount: Int64 = 0

  /// - Throws: if this build of FFmpeg lacks libx264.
  package init(_ encoding: VideoEncoding) throws(CodecError) {
    self.encoding = encoding
    let options: KeyValuePairs = [
      "preset": encoding.preset, "crf": "\(encoding.quality)",
      // No IDR but the first (a segment is short); NAL units behind lengths, as mp4 wants them.
      "x264-params": "cpu-independent=1:stitchable=1:open-gop=0:keyint=infinite:min-keyint=infinite:annexb=0",
    ]
    encoder = try Encoder("libx264", options: options) { $0.describe(encoding) }
  }

  /// Takes the next picture without copying it; it is held until x264 has read it.
  ///
  /// - Precondition: the picture is `.yuv420p8` in `.hd` colours, of the encoding's size.
  package func write(_ frame: Frame) throws(CodecError) {
    precondition(frame.size == encoding.size && frame.format == .yuv420p8, "a segment has pictures of one shape")
    precondition(frame.color == .hd, "a segment has pictures in high-definition colours")
    let shared = try share(frame)
    shared.pointer.pointee.pts = frameCount
    if frameCount == 0 { shared.refineQuantizer(by: Self.firstFrameBonus) }
    frameCount += 1
    try encoder.encode(shared, take)
  }

  /// Ends the segment. Nothing may be written after it.
  ///
  /// - Precondition: at least one picture was written.
  package func finish() throws(CodecError) -> EncodedSegment {
    try encoder.encode(nil, take)
    return try finished()
  }

  /// The same, for somebody who may stop it: a slow preset keeps most pictures of a segment until its end.
  ///
  /// - Parameter isStopped: Asked before each picture that is left.
  /// - Returns: Nil if it was stopped.
  package func finish(unless isStopped: () -> Bool) throws(CodecError) -> EncodedSegment? {
    do {
      try encoder.encode(nil) { (packet) throws(CodecError) in
        guard !isStopped() else { throw .encoding("it was stopped") }
        take(packet)
      }
    } catch  where isStopped() {
      return nil
    }
    return try finished()
  }

  private func finished() throws(CodecError) -> EncodedSegment {
    precondition(frameCount > 0, "a segment has at least one frame")
    guard packets.count == frameCount else {
      throw .encoding("x264 took \(frameCount) frames and gave back \(packets.count)")
    }
    guard UInt32(exactly: data.count) != nil else {
      throw CodecError(.tooLarge, "encoding", "a segment has more than 4 GB", remedy: "use a larger quality number")
    }
    return EncodedSegment(parameterSets: try parameterSets(), packets: packets, data: data[...])
  }

  /// What the segment will say of itself; known before the first picture.
  func parameterSets() throws(CodecError) -> [UInt8] {
    guard let sets = ParameterSets.record(extradata: encoder.extradata) else {
      throw .encoding("x264 gives other parameter sets than one of each kind")
    }
    return sets
  }

  /// The most that a segment of this encoding needs: see `EncodedSegment.reordering`.
  var reordering: Int { Int(encoder.context.pointee.has_b_frames) }

  private func share(_ frame: Frame) throws(CodecError) -> FrameBox {
    do {
      return try FrameBox(sharing: frame)
    } catch {
      throw .encoding("out of memory", error)
    }
  }

  private func take(_ packet: AVPacket) {
    let start = data.count
    for unit in NALUnits(of: packet.payload[...]) where !Self.isSignature(unit) {
      withUnsafeBytes(of: UInt32(unit.count).bigEndian) { data.append(contentsOf: $0) }
      data.append(contentsOf: unit)
    }
    let isKey = packet.flags & AV_PKT_FLAG_KEY != 0
    packets.append(.init(frame: Int(packet.pts), isKey: isKey, bytes: start..<data.count))
  }

  /// Whether this is x264's note of its version and settings (H.264 D.1.7, user data): half a kilobyte a segment that
  /// no player reads.
  private static func isSignature(_ unit: ArraySlice<UInt8>) -> Bool {
    unit.starts(with: [6, 5])
  }
}

extension AVCodecContext {
  fileprivate mutating func describe(_ encoding: VideoEncoding) {
    (width, height) = (Int32(encoding.size.width), Int32(encoding.size.height))
    pix_fmt = AV_PIX_FMT_YUV420P
    time_base = encoding.frameRate.interval
    framerate = AVRational(num: encoding.frameRate.numerator, den: encoding.frameRate.denominator)
    sample_aspect_ratio = AVRational(num: 1, den: 1)
    (thread_count, thread_type) = (2, FF_THREAD_FRAME)
    flags |= AV_CODEC_FLAG_GLOBAL_HEADER | Int32(bitPattern: AV_CODEC_FLAG_CLOSED_GOP)
    (color_primaries, color_trc, colorspace) = (AVCOL_PRI_BT709, AVCOL_TRC_BT709, AVCOL_SPC_BT709)
    (color_range, chroma_sample_location) = (AVCOL_RANGE_MPEG, AVCHROMA_LOC_LEFT)
  }
}
