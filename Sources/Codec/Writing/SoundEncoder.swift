import CFFmpeg
package import Media

/// Encodes the sound of a video: stereo, 48 kHz.
///
/// See docs/decisions/x264.md for why the bytes of AAC do not depend on the processor.
package final class SoundEncoder: SoundSink {
  private let codec: SoundCodec
  private let packets: SoundPacketizer
  private let file: SpoolFile
  private var packetSizes: [UInt32] = []

  /// - Parameter folder: Where packets take their space until the video is assembled: 24 kB a second of AAC.
  package init(_ codec: SoundCodec = .aac, spoolingIn folder: String) throws(CodecError) {
    self.codec = codec
    file = try SpoolFile(in: folder)
    packets = try SoundPacketizer(
      Encoder(codec.encoder) { $0.describeSound(codec) }, codec.form, length: codec.packetLength)
  }

  /// Takes the next samples.
  ///
  /// - Parameter block: Of any length, in stereo.
  package func write(_ block: AudioBlock) throws(CodecError) { try packets.write(block, take) }

  /// Ends the sound. Nothing may be written after it.
  package func finish() throws(CodecError) -> EncodedSound {
    try packets.finish(take)
    return EncodedSound(
      codec: codec, configuration: packets.encoder.extradata, sampleCount: packets.sampleCount,
      priming: Int64(packets.encoder.context.pointee.initial_padding), packetSizes: packetSizes, file: file)
  }

  private func take(_ packet: AVPacket) throws(CodecError) {
    let place = try file.append(packet.payload)
    packetSizes.append(UInt32(place.count))
  }
}

extension AVCodecContext {
  mutating func describeSound(_ codec: SoundCodec = .aac) {
    sample_fmt = codec.form.name
    sample_rate = Int32(AudioBlock.sampleRate)
    time_base = AVRational(num: 1, den: Int32(AudioBlock.sampleRate))
    av_channel_layout_default(&ch_layout, 2)
    bit_rate = codec.bitRate
    thread_count = 1
    // Keeps the library's version out of the stream.
    flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
  }
}
