import Media

extension FragmentedMovie {
  /// What a player has to know before the first piece: `ftyp` and `moov`, with tracks that have no samples yet.
  package func initialization() -> [UInt8] {
    var writer = BoxWriter()
    writer.box("ftyp") { ftyp in
      ftyp.write(Array("iso6".utf8))
      ftyp.write(UInt32(0))
      ftyp.write(Array("iso6mp41".utf8))
    }
    writer.box("moov") { moov in
      writeMovieHeader(to: &moov)
      writePictureTrack(to: &moov)
      if let soundConfiguration { writeSoundTrack(soundConfiguration, to: &moov) }
      moov.box("mvex") { mvex in
        for track in [Self.pictureTrack, Self.soundTrack].prefix(trackCount) {
          mvex.box("trex", version: 0) { trex in
            // The first description of samples; durations, sizes and flags come with each piece.
            for number in [track, 1, 0, 0, 0] { trex.write(number) }
          }
        }
      }
    }
    return writer.bytes
  }

  private var trackCount: Int { soundConfiguration == nil ? 1 : 2 }

  private func writeMovieHeader(to moov: inout BoxWriter) {
    moov.box("mvhd", version: 0) { mvhd in
      // No dates; thousandths of a second; no length yet; speed 1; volume 1.
      for number in [0, 0, 1000, 0, 0x0001_0000] as [UInt32] { mvhd.write(number) }
      mvhd.write(UInt16(0x0100))
      mvhd.writeZeros(10)
      Self.writeUnityMatrix(to: &mvhd)
      mvhd.writeZeros(24)
      mvhd.write(UInt32(trackCount + 1))
    }
  }

  private func writePictureTrack(to moov: inout BoxWriter) {
    let (size, clock) = (encoding.size, pictureClock)
    moov.box("trak") { trak in
      Self.writeTrackHeader(Self.pictureTrack, volume: 0, size: size, to: &trak)
      Self.writeEdit(from: UInt32(lead) * clock.frame, to: &trak)
      Self.writeMedia("vide", clock: clock.rate, to: &trak) { minf in
        minf.box("vmhd", version: 0, flags: 1) { $0.writeZeros(8) }
      } describe: { stsd in
        stsd.box("avc1") { avc1 in
          writePictureEntry(size, to: &avc1)
          avc1.box("avcC") { $0.write(parameterSets) }
          // Primaries, transfer and matrix of BT.709, limited range (12.1.5).
          avc1.box("colr") { $0.write(Array("nclx".utf8) + [0, 1, 0, 1, 0, 1, 0]) }
          avc1.box("pasp") { $0.write([0, 0, 0, 1, 0, 0, 0, 1]) }
        }
      }
    }
  }

  /// VisualSampleEntry (12.1.3).
  private func writePictureEntry(_ size: Size, to avc1: inout BoxWriter) {
    avc1.write([0, 0, 0, 0, 0, 0, 0, 1])
    avc1.writeZeros(16)
    avc1.write(UInt16(clamping: size.width))
    avc1.write(UInt16(clamping: size.height))
    // 72 dots an inch both ways; one picture a sample; no name; 24 bits deep.
    for number in [0x0048_0000, 0x0048_0000, 0] as [UInt32] { avc1.write(number) }
    avc1.write(UInt16(1))
    avc1.writeZeros(32)
    avc1.write([0, 24, 0xFF, 0xFF])
  }

  private func writeSoundTrack(_ configuration: [UInt8], to moov: inout BoxWriter) {
    let rate = UInt32(AudioBlock.sampleRate)
    moov.box("trak") { trak in
      Self.writeTrackHeader(Self.soundTrack, volume: 0x0100, size: Size(width: 0, height: 0), to: &trak)
      Self.writeEdit(from: UInt32(SoundCodec.aac.packetLength), to: &trak)
      Self.writeMedia("soun", clock: rate, to: &trak) { minf in
        minf.box("smhd", version: 0) { $0.writeZeros(4) }
      } describe: { stsd in
        stsd.box("mp4a") { mp4a in
          // AudioSampleEntry (12.2.3): two channels of 16 bits.
          mp4a.write([0, 0, 0, 0, 0, 0, 0, 1])
          mp4a.writeZeros(8)
          mp4a.write([0, 2, 0, 16, 0, 0, 0, 0])
          mp4a.write(rate << 16)
          mp4a.box("esds", version: 0) { $0.write(Self.elementaryStream(configuration)) }
        }
      }
    }
  }

  /// The ES_Descriptor of ISO/IEC 14496-1, 7.2.6.5, with the decoder's configuration in it. No part is longer than 127
  /// bytes, so that lengths take one.
  private static func elementaryStream(_ configuration: [UInt8]) -> [UInt8] {
    func descriptor(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] { [tag, UInt8(clamping: content.count)] + content }
    let rate = withUnsafeBytes(of: UInt32(SoundCodec.aac.bitRate()).bigEndian, Array.init)
    // MPEG-4 audio; an audio stream; no buffer to speak of; the most and the usual bits a second.
    let decoder = descriptor(4, [0x40, 0x15, 0, 0, 0] + rate + rate + descriptor(5, configuration))
    return descriptor(3, [0, 0, 0] + decoder + descriptor(6, [2]))
  }
}
