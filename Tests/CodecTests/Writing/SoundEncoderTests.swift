import Chance
import Foundation
import Media
import Testing

@testable import Codec

@Suite struct SoundEncoderTests {
  @Test(arguments: [1, 1023, 1024, 1025, 47_999, 60_000])
  func soundBeginsAtItsFirstSampleAndEndsAtItsLast(count: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.mp4"
      try TestMovie(sound: Self.encode(Self.clicks(count), in: folder)).write(to: path)
      let facts = try Oracle.probe(
        path, "stream=start_pts,duration_ts,codec_name,profile,channels,sample_rate", stream: "a")
      #expect(
        facts == [
          "start_pts": "0", "duration_ts": "\(count)", "codec_name": "aac", "profile": "LC", "channels": "2",
          "sample_rate": "48000",
        ])
      // The decoder gives whole packets; what hangs over the end is what the index tells players to leave out.
      let heard = try Self.decode(path)
      #expect(heard.count == (count + 1023) / 1024 * 1024)
      let loud = heard.indices.filter { abs(heard[$0]) > 0.4 }
      #expect(loud == Self.places(count))
    }
  }

  @Test func theLengthsOfBlocksDoNotMatter() throws {
    try withTemporaryFolder { folder in
      let seed = UInt64.random(in: 0...UInt64.max)
      var chance = SplitMix(seed)
      let sound = Self.clicks(30_000)
      let whole = try Self.encode(sound, in: folder)
      let encoder = try SoundEncoder(spoolingIn: folder)
      var start = 0
      while start < sound.frameCount {
        let count = min(Int.random(in: 0...3000, using: &chance), sound.frameCount - start)
        try encoder.write(Self.part(of: sound, start..<(start + count)))
        start += count
      }
      #expect(try Self.packets(encoder.finish()) == Self.packets(whole), "seed \(seed)")
    }
  }

  @Test(arguments: [(ChannelLayout.mono, "96k"), (.stereo, "192k"), (.surround, "384k")])
  func soundHasTheSameBytesOnAProcessorWithoutVectors(layout: ChannelLayout, rate: String) throws {
    try withTemporaryFolder { folder in
      let sound = Self.melody(96_000, layout)
      var interleaved = Data()
      for index in 0..<sound.frameCount {
        for channel in 0..<layout.channelCount {
          withUnsafeBytes(of: sound.samples[channel * sound.frameCount + index]) { interleaved += $0 }
        }
      }
      try interleaved.write(to: URL(fileURLWithPath: folder + "/in.f32"))
      let answer = try Oracle.run(
        "ffmpeg", "-cpuflags", "0", "-v", "error", "-f", "f32le", "-ar", "48000", "-ac", "\(layout.channelCount)",
        "-i", folder + "/in.f32", "-c:a", "aac", "-b:a", rate, "-flags:a", "+bitexact", "-map", "0:a", "-f", "data", "-"
      )
      #expect(answer.errors == "")
      #expect(try Self.packets(Self.encode(sound, in: folder)).joined().elementsEqual(answer.output))
    }
  }

  @Test func soundWithoutSamplesMakesNoTrack() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.mp4"
      try TestMovie(sound: SoundEncoder(spoolingIn: folder).finish()).write(to: path)
      #expect(try Oracle.probe(path, "format=nb_streams") == ["nb_streams": "1"])
    }
  }

  // MARK: Making and hearing

  private static func encode(_ block: AudioBlock, in folder: String) throws -> EncodedSound {
    let layout = try #require(ChannelLayout(channelCount: block.channelCount))
    let encoder = try SoundEncoder(.aac, layout, spoolingIn: folder)
    try encoder.write(block)
    return try encoder.finish()
  }

  /// Where `clicks` clicks: the first sample, each half second, and the last sample.
  private static func places(_ count: Int) -> [Int] {
    Set(Array(stride(from: 0, to: count, by: 24_000)) + [count - 1]).sorted()
  }

  private static func clicks(_ count: Int) -> AudioBlock {
    var block = AudioBlock(frameCount: count)
    for place in places(count) { (block.samples[place], block.samples[count + place]) = (0.9, 0.9) }
    return block
  }

  /// Gliding tones with a beat; steady ones beside the first.
  private static func melody(_ count: Int, _ layout: ChannelLayout) -> AudioBlock {
    var block = AudioBlock(channelCount: layout.channelCount, frameCount: count)
    for index in 0..<count {
      let time = Double(index) / 48_000
      let beat = exp(-20 * (time * 4).truncatingRemainder(dividingBy: 1))
      block.samples[index] = Float(0.3 * sin(time * (900 + 2000 * time)) + 0.3 * beat * sin(time * 40_000))
      for channel in 1..<max(1, layout.channelCount) {
        block.samples[channel * count + index] = Float(0.3 * sin(time * 2100 * Double(channel)) + 0.2 * beat)
      }
    }
    return block
  }

  private static func part(of block: AudioBlock, _ range: Range<Int>) -> AudioBlock {
    var part = AudioBlock(frameCount: range.count)
    for (index, place) in range.enumerated() {
      part.samples[index] = block.samples[place]
      part.samples[range.count + index] = block.samples[block.frameCount + place]
    }
    return part
  }

  private static func packets(_ sound: EncodedSound) throws -> [[UInt8]] {
    var offset: Int64 = 0
    return try sound.packetSizes.map { size in
      defer { offset += Int64(size) }
      return try sound.file.read(offset..<(offset + Int64(size)))
    }
  }

  /// The left channel as ffmpeg hears it.
  private static func decode(_ path: String) throws -> [Float] {
    let answer = try Oracle.run(
      "ffmpeg", "-v", "error", "-i", path, "-map", "0:a", "-f", "f32le", "-c:a", "pcm_f32le", "-")
    #expect(answer.errors == "")
    return answer.output.withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 8).map { bytes.loadUnaligned(fromByteOffset: $0, as: Float.self) }
    }
  }
}
