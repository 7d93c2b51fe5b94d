import CFFmpeg
package import Media

/// Encodes the sound of a video: 48 kHz, mono, stereo or 5.1.
///
/// See docs/decisions/x264.md for why the bytes of AAC do not depend on the processor.
package final class SoundEncoder: SoundSink {
  private let codec: SoundCodec
  private let layout: ChannelLayout
  private let packets: SoundPacketizer
  private let file: SpoolFile
  private var packetSizes: [UInt32] = []

  /// - Parameters:
  ///   - layout: Of every block that will come.
  ///   - folder: Where packets take their space until the video is assembled: 24 kB a second of AAC in stereo.
  package init(
    _ codec: SoundCodec = .aac, _ layout: ChannelLayout = .stereo, spoolingIn folder: String
  ) throws(CodecError) {
    (self.codec, self.layout) = (codec, layout)
    file = try SpoolFile(in: folder)
    packets = try SoundPacketizer(
      Encoder(codec.encoder) { $0.describeSound(codec, layout) }, layout, codec.form, length: codec.packetLength)
  }

  /// Takes the next samples.
  ///
  /// - Parameter block: Of any length, with the layout's channels.
  package func write(_ block: AudioBlock) throws(CodecError) { try packets.write(block, take) }

  /// Ends the sound. Nothing may be written after it.
  package func finish() throws(CodecError) -> EncodedSound {
    try packets.finish(take)
    return EncodedSound(
      codec: codec, layout: layout, configuration: packets.encoder.extradata, sampleCount: packets.sampleCount,
      priming: Int64(packets.encoder.context.pointee.initial_padding), packetSizes: packetSizes, file: file)
  }

  private func take(_ packet: AVPacket) throws(CodecError) {
    let place = try file.append(packet.payload)
    packetSizes.append(UInt32(place.count))
  }
}

extension AVCodecContext {
  mutating func describeSound(_ codec: SoundCodec = .aac, _ layout: ChannelLayout = .stereo) {
    sample_fmt = codec.form.name
    sample_rate = Int32(AudioBlock.sampleRate)
    time_base = AVRational(num: 1, den: Int32(AudioBlock.sampleRate))
    ch_layout = AVChannelLayout(layout)
    bit_rate = codec.bitRate(layout)
    thread_count = 1
    // Keeps the library's version out of the stream.
    flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
  }
}
