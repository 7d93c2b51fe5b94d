import Foundation
import Media
import Testing

@testable import Codec

/// Mono, stereo and 5.1 in every kind of file.
@Suite struct ChannelTests {
  /// A file's ending, and what its sound is coded with; nil for a file of sound alone.
  struct Kind: CustomTestStringConvertible, Sendable {
    let ending: String
    var codec: SoundCodec?
    var video = VideoCodec.h264

    var testDescription: String { "\(ending) \(codec?.rawValue ?? "alone")" }
    /// How much of a tone may be heard in another's channel: codecs leave some noise.
    var leak: Double { codec == .aac || codec == .opus ? 2e-3 : 1e-6 }
  }

  static let kinds = [
    Kind(ending: "mp4", codec: .aac), Kind(ending: "mov", codec: .aac),
    Kind(ending: "mov", codec: .pcm, video: .prores),
    Kind(ending: "webm", codec: .opus, video: .vp9), Kind(ending: "wav"), Kind(ending: "flac"),
  ]

  @Test(arguments: kinds, ChannelLayout.allCases)
  func everyToneStaysInItsChannel(kind: Kind, layout: ChannelLayout) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.\(kind.ending)"
      try write(Tones.block(layout, count: 24_000), layout, kind, to: path, folder)
      let facts = try Oracle.probe(path, "stream=channels,channel_layout", stream: "a")
      #expect(facts == ["channels": "\(layout.channelCount)", "channel_layout": layout.rawValue])
      expectTones(of: layout, in: try decode(path, layout.channelCount), kind)
      // Our own reader gives one channel on both sides.
      let own = try AudioReader(MediaFile(path: path), in: .surround).read(from: 0, frameCount: 24_000)
      #expect(own.channelCount == max(2, layout.channelCount))
      expectTones(of: layout, in: own, kind)
    }
  }

  private func expectTones(of layout: ChannelLayout, in block: AudioBlock, _ kind: Kind) {
    let levels = Tones.levels(layout, in: block, from: 12_000)
    for (channel, levels) in levels.enumerated() {
      for (tone, level) in levels.enumerated() {
        let wanted = tone == channel || layout == .mono ? Tones.amplitude : 0
        let tolerance = wanted == 0 ? kind.leak : max(kind.leak, wanted * (kind.leak > 1e-3 ? 0.05 : 0))
        #expect(abs(level - wanted) <= tolerance, "tone \(tone) in channel \(channel): \(level)")
      }
    }
  }

  @Test(arguments: [(ChannelLayout.mono, UInt8(0x4)), (.stereo, 0x3), (.surround, 0x3F)])
  func aWaveFileSaysForWhichLoudspeakersItIs(layout: ChannelLayout, mask: UInt8) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.wav"
      try write(Tones.block(layout, count: 100), layout, Kind(ending: "wav"), to: path, folder)
      let bytes = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
      // WAVE_FORMAT_EXTENSIBLE, the size of a sample in all channels, 24 of 24 bits, the mask.
      #expect(Array(bytes[20..<22]) == [0xFE, 0xFF])
      #expect(Array(bytes[32..<36]) == [UInt8(3 * layout.channelCount), 0, 24, 0])
      #expect(Array(bytes[38..<44]) == [24, 0, mask, 0, 0, 0])
    }
  }

  /// RFC 7845, 5.1.1.2: 5.1 is family 1, four streams of which two are pairs, and the order is that of Vorbis.
  @Test func opusSaysHowItsStreamsBecomeChannels() throws {
    try withTemporaryFolder { folder in
      let encoder = try SoundEncoder(.opus, .surround, spoolingIn: folder)
      try encoder.write(Tones.block(.surround, count: 960))
      let head = try encoder.finish().configuration
      #expect(Array(head.prefix(8)) == Array("OpusHead".utf8))
      #expect(Array(head[9...9]) == [6] && Array(head[18...]) == [1, 4, 2, 0, 4, 1, 2, 3, 5])
    }
  }

  @Test(arguments: ChannelLayout.allCases) func aStoredSoundIsReadAsItWas(layout: ChannelLayout) throws {
    try withTemporaryFolder { folder in
      let encoder = try SoundEncoder(.aac, layout, spoolingIn: folder)
      try encoder.write(Tones.block(layout, count: 10_000))
      let sound = try encoder.finish()
      let parts = try (0..<sound.partCount).map { try sound.serializedPart($0) }
      let again = try EncodedSound(head: sound.serializedHead(), spoolingIn: folder) { parts[$0] }
      #expect(again?.layout == layout && again?.configuration == sound.configuration)
      #expect(try (0..<sound.partCount).map { try again?.serializedPart($0) } == parts)
    }
  }

  @Test func aSoundThatWasStoredBeforeThereWereLayoutsIsStereo() throws {
    try withTemporaryFolder { folder in
      let encoder = try SoundEncoder(spoolingIn: folder)
      try encoder.write(Tones.block(.stereo, count: 3000))
      let sound = try encoder.finish()
      var head = sound.serializedHead()
      head.replaceSubrange(4..<12, with: [1, 0, 0, 0])
      let again = try EncodedSound(head: head, spoolingIn: folder) { try sound.serializedPart($0) }
      #expect(again?.layout == .stereo && again?.sampleCount == 3000)
      for (place, byte) in [(4, 3), (4, 0), (8, 0), (8, 3), (11, 255)] as [(Int, UInt8)] {
        var wrong = sound.serializedHead()
        wrong[place] = byte
        #expect(throws: CodecError.self) {
          try EncodedSound(head: wrong, spoolingIn: folder) { try sound.serializedPart($0) }
        }
      }
    }
  }

  // MARK: Making and hearing

  private func write(
    _ block: AudioBlock, _ layout: ChannelLayout, _ kind: Kind, to path: String, _ folder: String
  ) throws {
    guard let codec = kind.codec, let container = MovieContainer(rawValue: kind.ending) else {
      let file = try AtomicFile(path)
      let sound = try SoundFile(#require(SoundFile.Format(rawValue: kind.ending)), layout, into: file)
      try sound.write(block)
      try sound.finish()
      return try file.commit()
    }
    let encoder = try SoundEncoder(codec, layout, spoolingIn: folder)
    try encoder.write(block)
    let preset = kind.video == .prores ? nil : "ultrafast"
    try TestMovie(codec: kind.video, container: container, preset: preset, lengths: [15], sound: encoder.finish())
      .write(to: path)
  }

  /// As ffmpeg hears it.
  private func decode(_ path: String, _ channels: Int) throws -> AudioBlock {
    let answer = try Oracle.run(
      "ffmpeg", "-v", "error", "-i", path, "-map", "0:a", "-f", "f32le", "-c:a", "pcm_f32le", "-")
    #expect(answer.errors == "")
    var block = AudioBlock(channelCount: channels, frameCount: answer.output.count / 4 / channels)
    answer.output.withUnsafeBytes { bytes in
      for index in block.samples.indices {
        let (channel, frame) = (index / block.frameCount, index % block.frameCount)
        let place = 4 * (frame * channels + channel)
        block.samples[index] = bytes.loadUnaligned(fromByteOffset: place, as: Float.self)
      }
    }
    return block
  }
}
