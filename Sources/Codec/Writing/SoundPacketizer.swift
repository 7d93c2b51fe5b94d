import CFFmpeg
import Media

/// Hands an encoder of sound the samples that come, in the lengths that it takes.
///
/// One pass from beginning to end on the caller's thread, so that there are no joins.
final class SoundPacketizer {
  let encoder: Encoder
  private let form: SampleForm
  private let layout: ChannelLayout
  private let length: Int
  private let frame: FrameBox
  /// Samples in `frame` that wait for the rest of their packet.
  private var pending = 0
  private(set) var sampleCount: Int64 = 0

  /// - Parameter length: Samples in a packet, in each channel.
  init(_ encoder: Encoder, _ layout: ChannelLayout, _ form: SampleForm, length: Int64) throws(CodecError) {
    (self.encoder, self.layout, self.form, self.length) = (encoder, layout, form, Int(length))
    do {
      frame = try FrameBox(layout, length: length, form)
    } catch {
      throw .encoding("out of memory", error)
    }
  }

  /// - Parameter block: Of any length, with the layout's channels.
  func write(_ block: AudioBlock, _ take: (AVPacket) throws(CodecError) -> Void) throws(CodecError) {
    precondition(block.channelCount == layout.channelCount, "all of a sound has the same channels")
    var start = 0
    while start < block.frameCount {
      let count = min(length - pending, block.frameCount - start)
      frame.fill(form, at: pending, from: block, at: start, count: count)
      (pending, start) = (pending + count, start + count)
      if pending == length { try encodePending(take) }
    }
  }

  /// Ends the sound.
  func finish(_ take: (AVPacket) throws(CodecError) -> Void) throws(CodecError) {
    if pending > 0 { try encodePending(take) }
    try encoder.encode(nil, take)
  }

  private func encodePending(_ take: (AVPacket) throws(CodecError) -> Void) throws(CodecError) {
    frame.pointer.pointee.nb_samples = Int32(pending)
    frame.pointer.pointee.pts = sampleCount
    sampleCount += Int64(pending)
    pending = 0
    try encoder.encode(frame, take)
    // libavcodec may still hold the samples; new ones must not run over them.
    guard av_frame_make_writable(frame.pointer) >= 0 else { throw .encoding("out of memory") }
  }
}
