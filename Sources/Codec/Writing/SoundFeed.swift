import Media

/// Hands the packets of a sound to the muxer in time with the pictures.
struct SoundFeed {
  private let sound: EncodedSound?
  private var next = 0
  private var offset: Int64 = 0

  init(_ sound: EncodedSound?) { self.sound = sound }

  /// Writes the packets that begin before `time` and were not written yet.
  mutating func write(to muxer: Muxer, until time: Time) throws(CodecError) {
    guard let sound else { return }
    let end = time.ticks(rate: AudioBlock.sampleRate)
    while next < sound.packetSizes.count, sound.samples(ofPacket: next).lowerBound < end {
      let place = offset..<(offset + Int64(sound.packetSizes[next]))
      try muxer.writeSound(sound.file.read(place)[...], samples: sound.samples(ofPacket: next))
      (next, offset) = (next + 1, place.upperBound)
    }
  }
}
