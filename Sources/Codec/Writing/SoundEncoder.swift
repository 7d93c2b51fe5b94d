import CFFmpeg
package import Media

/// Encodes the sound of a video: AAC-LC, stereo, 48 kHz, 192 kb/s.
///
/// One pass from beginning to end on the caller's thread, so that there are no joins. See docs/decisions/x264.md for why
/// the bytes do not depend on the processor.
package final class SoundEncoder: SoundSink {
  private let encoder: Encoder
  private let file: SpoolFile
  private let frame: FrameBox
  /// Samples in `frame` that wait for the rest of their packet.
  private var pending = 0
  private var sampleCount: Int64 = 0
  private var packetSizes: [UInt32] = []

  /// - Parameter folder: Where packets take their space until the video is assembled: 24 kB a second.
  package init(spoolingIn folder: String) throws(CodecError) {
    file = try SpoolFile(in: folder)
    encoder = try Encoder("aac") { $0.describeSound() }
    do {
      frame = try FrameBox(stereo: EncodedSound.packetLength)
    } catch {
      throw .encoding("out of memory", error)
    }
  }

  /// Takes the next samples.
  ///
  /// - Parameter block: Of any length, in stereo.
  package func write(_ block: AudioBlock) throws(CodecError) {
    precondition(block.channelCount == 2, "the sound of a video is stereo")
    var start = 0
    while start < block.frameCount {
      let count = min(Int(EncodedSound.packetLength) - pending, block.frameCount - start)
      frame.fill(at: pending, from: block, at: start, count: count)
      (pending, start) = (pending + count, start + count)
      if pending == EncodedSound.packetLength { try encodePending() }
    }
  }

  /// Ends the sound. Nothing may be written after it.
  package func finish() throws(CodecError) -> EncodedSound {
    if pending > 0 { try encodePending() }
    try encoder.encode(nil, take)
    return EncodedSound(
      configuration: encoder.extradata, sampleCount: sampleCount,
      priming: Int64(encoder.context.pointee.initial_padding), packetSizes: packetSizes, file: file)
  }

  private func encodePending() throws(CodecError) {
    frame.pointer.pointee.nb_samples = Int32(pending)
    frame.pointer.pointee.pts = sampleCount
    sampleCount += Int64(pending)
    pending = 0
    try encoder.encode(frame, take)
    // libavcodec may still hold the samples; new ones must not run over them.
    guard av_frame_make_writable(frame.pointer) >= 0 else { throw .encoding("out of memory") }
  }

  private func take(_ packet: AVPacket) throws(CodecError) {
    let place = try file.append(packet.payload)
    packetSizes.append(UInt32(place.count))
  }
}

extension AVCodecContext {
  mutating func describeSound() {
    sample_fmt = AV_SAMPLE_FMT_FLTP
    sample_rate = Int32(AudioBlock.sampleRate)
    time_base = AVRational(num: 1, den: Int32(AudioBlock.sampleRate))
    av_channel_layout_default(&ch_layout, 2)
    bit_rate = EncodedSound.bitRate
    thread_count = 1
    // Keeps the library's version out of the stream.
    flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
  }
}

extension FrameBox {
  convenience init(stereo length: Int64) throws(FFmpegError) {
    try self.init()
    pointer.pointee.format = AV_SAMPLE_FMT_FLTP.rawValue
    pointer.pointee.sample_rate = Int32(AudioBlock.sampleRate)
    pointer.pointee.nb_samples = Int32(length)
    av_channel_layout_default(&pointer.pointee.ch_layout, 2)
    try FFmpegError.check(av_frame_get_buffer(pointer, 0), "allocating sound")
  }

  func fill(at offset: Int, from block: AudioBlock, at start: Int, count: Int) {
    block.samples.withUnsafeBytes { samples in
      let planes = [pointer.pointee.data.0, pointer.pointee.data.1]
      for (channel, plane) in planes.enumerated() {
        let first = 4 * (channel * block.frameCount + start)
        let from = UnsafeRawBufferPointer(rebasing: samples[first..<(first + 4 * count)])
        UnsafeMutableRawBufferPointer(start: plane.map { $0 + 4 * offset }, count: 4 * count).copyMemory(from: from)
      }
    }
  }
}
