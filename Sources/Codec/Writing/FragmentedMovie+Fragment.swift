import Media

extension FragmentedMovie {
  /// A segment's pictures, and the packets of sound that go with them: one `moof` and one `mdat`.
  ///
  /// - Parameters:
  ///   - index: Of the segment, from 0.
  ///   - frame: The video's number of the segment's first picture.
  ///   - sound: Its packets, if the video has sound.
  package func fragment(
    _ index: Int, _ segment: EncodedSegment, from frame: Int64, sound: SoundStretch?
  ) throws(CodecError) -> [UInt8] {
    guard segment.parameterSets == parameterSets, segment.reordering <= lead else {
      throw CodecError(.failed, "segment \(index)", "was encoded with other settings", remedy: "draw it again")
    }
    guard UInt32(exactly: segment.data.count + (sound?.data.count ?? 0) + (1 << 20)) != nil else {
      throw CodecError(.tooLarge, "segment \(index)", "has more than 4 GB", remedy: "use a larger quality number")
    }
    var writer = BoxWriter()
    var places: [Int] = []
    writer.box("moof") { moof in
      moof.box("mfhd", version: 0) { $0.write(UInt32(truncatingIfNeeded: index + 1)) }
      places.append(writePictures(segment, from: frame, to: &moof))
      if let sound { places.append(Self.writeSound(sound, to: &moof)) }
    }
    // Media begin behind the head of `mdat`; tracks lie in it one after the other.
    let start = writer.bytes.count + 8
    for (place, offset) in zip(places, [start, start + segment.data.count]) { writer.set(UInt32(offset), at: place) }
    writer.box("mdat") { mdat in
      mdat.write(Array(segment.data))
      if let sound { mdat.write(sound.data) }
    }
    return writer.bytes
  }

  /// - Returns: Where the offset of the media is to be written.
  private func writePictures(_ segment: EncodedSegment, from frame: Int64, to moof: inout BoxWriter) -> Int {
    let ticks = pictureClock.frame
    var place = 0
    moof.box("traf") { traf in
      Self.writeHead(Self.pictureTrack, duration: ticks, flags: Self.dependent, at: frame * Int64(ticks), to: &traf)
      // Flags: offset of the media, flags of the first sample, and for each sample its size and its offset of time.
      traf.box("trun", version: 0, flags: 0xA05) { trun in
        trun.write(UInt32(segment.packets.count))
        place = trun.bytes.count
        trun.write(UInt32(0))
        trun.write(Self.independent)
        for (turn, packet) in segment.packets.enumerated() {
          trun.write(UInt32(packet.bytes.count))
          trun.write(UInt32(packet.frame - turn + lead) * ticks)
        }
      }
    }
    return place
  }

  private static func writeSound(_ sound: SoundStretch, to moof: inout BoxWriter) -> Int {
    let length = UInt32(SoundCodec.aac.packetLength)
    var place = 0
    moof.box("traf") { traf in
      writeHead(
        soundTrack, duration: length, flags: independent, at: sound.packets.lowerBound * Int64(length), to: &traf)
      // Flags: offset of the media, and for each sample its size.
      traf.box("trun", version: 0, flags: 0x201) { trun in
        trun.write(UInt32(sound.sizes.count))
        place = trun.bytes.count
        trun.write(UInt32(0))
        for size in sound.sizes { trun.write(size) }
      }
    }
    return place
  }

  /// What holds for all samples of a track, and when the first is decoded.
  private static func writeHead(
    _ track: UInt32, duration: UInt32, flags: UInt32, at time: Int64, to traf: inout BoxWriter
  ) {
    // Flags: offsets count from the `moof`; every sample's duration; every sample's flags.
    traf.box("tfhd", version: 0, flags: 0x20028) { tfhd in
      for number in [track, duration, flags] { tfhd.write(number) }
    }
    traf.box("tfdt", version: 1) { $0.write(UInt64(clamping: time)) }
  }

  /// Flags of a sample (8.8.3.1): decoding may begin here, or it depends on others.
  private static let (independent, dependent): (UInt32, UInt32) = (0x0200_0000, 0x0101_0000)
}
