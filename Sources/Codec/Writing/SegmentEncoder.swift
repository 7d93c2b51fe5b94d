import CFFmpeg
import Glibc
package import Media

/// Encodes one segment of a stream, with one of libavcodec's encoders.
///
/// The encoder starts afresh, always with two threads, and leaves out whatever depends on the processor where it can, so
/// that the same pictures give the same bytes, however many segments are at work. See docs/decisions/x264.md and codecs.md.
package final class SegmentEncoder: SegmentEncoding {
  /// By how many steps the first picture is quantized finer: what x264 gives each key picture but the first, which
  /// it thinks is the only one (6 log₂ 1.4). Better for its bits than a better quality throughout.
  private static let firstFrameBonus: Int32 = 3

  private let encoding: VideoEncoding
  private let encoder: Encoder
  private let form: PacketForm
  private var packets: [EncodedSegment.Packet] = []
  private var data: [UInt8] = []
  private var frameCount: Int64 = 0

  /// - Throws: if this build of FFmpeg lacks the encoder.
  package init(_ encoding: VideoEncoding) throws(CodecError) {
    (self.encoding, form) = (encoding, PacketForm(encoding))
    if encoding.codec == .av1 { Self.silenceSVT }
    let (name, options) = encoding.encoder
    encoder = try Encoder(name, options: options) { encoding.describe(&$0) }
  }

  /// SVT-AV1 prints its version and settings, and looks here for whether it may; errors stay.
  private static let silenceSVT: Void = { _ = setenv("SVT_LOG", "1", 0) }()

  /// Takes the next picture without copying it; it is held until the encoder has read it.
  ///
  /// - Precondition: the picture is of the encoding's format and size, and YUV in `.hd` colours.
  package func write(_ frame: Frame) throws(CodecError) {
    precondition(frame.size == encoding.size && frame.format == encoding.format, "a segment has pictures of one shape")
    precondition(frame.color == .hd || frame.format == .rgba8, "a segment has pictures in high-definition colours")
    let shared = try share(frame)
    shared.pointer.pointee.pts = frameCount
    if frameCount == 0, encoding.codec == .h264 { shared.refineQuantizer(by: Self.firstFrameBonus) }
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
      throw .encoding("\(encoding.codec.title) took \(frameCount) frames and gave back \(packets.count)")
    }
    guard UInt32(exactly: data.count) != nil else {
      throw CodecError(.tooLarge, "encoding", "a segment has more than 4 GB", remedy: "use a larger quality number")
    }
    return EncodedSegment(parameterSets: try parameterSets(), packets: packets, data: data[...])
  }

  /// What the segment will say of itself; known before the first picture.
  func parameterSets() throws(CodecError) -> [UInt8] {
    guard let sets = form.parameterSets(extradata: encoder.extradata) else {
      throw .encoding("\(encoding.codec.title) gives other parameter sets than one of each kind")
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
    form.append(packet, to: &data)
    let isKey = packet.flags & AV_PKT_FLAG_KEY != 0
    packets.append(.init(frame: Int(packet.pts), isKey: isKey, bytes: start..<data.count))
  }
}
