package import Media

/// The sound of a whole video as one stream, put aside on disk.
package struct EncodedSound: Sendable {
  package let codec: SoundCodec
  package let layout: ChannelLayout
  /// What a decoder has to know first: of AAC the AudioSpecificConfig of ISO/IEC 14496-3, 1.6.2.1, of Opus the head of
  /// RFC 7845, 5.1.
  package let configuration: [UInt8]
  /// How many samples, in each channel, there are to be heard.
  package let sampleCount: Int64
  /// How many samples, in each channel, a decoder gives before the first that is to be heard.
  package let priming: Int64
  /// Sizes in bytes. Packets lie in the file without gaps.
  let packetSizes: [UInt32]
  let file: SpoolFile

  /// The samples of packet `index` on the clock of what is heard: the first packet begins before 0, and the last is cut
  /// where the sound ends.
  func samples(ofPacket index: Int) -> Range<Int64> {
    let start = Int64(index) * codec.packetLength - priming
    return start..<max(start, min(start + codec.packetLength, sampleCount))
  }
}
