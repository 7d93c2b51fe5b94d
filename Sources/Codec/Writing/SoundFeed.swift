import Media

/// Hands the packets of a sound to the muxer in time with the pictures.
struct SoundFeed {
  private let sound: EncodedSound?
  /// Of all packets.
  private let byteCount: Int64
  private var next = 0
  private var offset: Int64 = 0
  /// Bytes that were read ahead, and where they lie in the file.
  private var read: [UInt8] = []
  private var place: Range<Int64> = 0..<0
  private static let most: Int64 = 1 << 16

  init(_ sound: EncodedSound?) {
    self.sound = sound
    byteCount = sound?.packetSizes.reduce(0) { $0 + Int64($1) } ?? 0
  }

  /// Writes the packets that begin before `time` and were not written yet.
  mutating func write(to muxer: Muxer, until time: Time) throws(CodecError) {
    guard let sound else { return }
    let end = time.ticks(rate: AudioBlock.sampleRate)
    while next < sound.packetSizes.count, sound.samples(ofPacket: next).lowerBound < end {
      let packet = offset..<(offset + Int64(sound.packetSizes[next]))
      try muxer.writeSound(bytes(packet, of: sound), samples: sound.samples(ofPacket: next))
      (next, offset) = (next + 1, packet.upperBound)
    }
  }

  private mutating func bytes(_ range: Range<Int64>, of sound: EncodedSound) throws(CodecError) -> ArraySlice<UInt8> {
    if range.upperBound > place.upperBound {
      let end = min(max(range.upperBound, range.lowerBound + Self.most), byteCount)
      (read, place) = (try sound.file.read(range.lowerBound..<end), range.lowerBound..<end)
    }
    return read[Int(range.lowerBound - place.lowerBound)..<Int(range.upperBound - place.lowerBound)]
  }
}
