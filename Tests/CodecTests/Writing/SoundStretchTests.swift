import Foundation
import Media
import Testing

@testable import Codec

@Suite struct SoundStretchTests {
  @Test(arguments: Noises.allCases)
  func aJoinIsAsGoodAsTheMiddleOfAStream(noise: Noises) throws {
    try withTemporaryFolder { folder in
      let sound = noise.block(count: 12 * 48_000)
      let movie = TestMovie(rate: FrameRate(30000, 1001)!, lengths: [60, 60, 31, 60, 60, 17, 60])
      let streamed = Streamed(movie: movie, sound: sound)
      try streamed.write(to: folder + "/pieces.mp4")
      let encoder = try SoundEncoder(spoolingIn: folder)
      try encoder.write(sound)
      try TestMovie(sound: encoder.finish()).write(to: folder + "/whole.mp4")
      // What is not to be heard comes first: ffmpeg plays it where pieces are read one after another.
      let pieces = try Self.errors(folder + "/pieces.mp4", from: sound, priming: 1024)
      let whole = try Self.errors(folder + "/whole.mp4", from: sound, priming: 0)
      for index in movie.lengths.indices.dropFirst() {
        let packet = Int(streamed.samples(of: index).lowerBound / 1024)
        let (here, usual) = try (Self.worst(pieces, around: packet), Self.worst(whole, around: packet))
        // The same encoder made both; after its warming up it has a few bits more or less left.
        #expect(here < 1.6 * usual, "\(noise), segment \(index)")
      }
    }
  }

  @Test(arguments: [(30000, 1001), (24, 1), (7, 3)])
  func anHourOfStretchesHasEveryPacketOnce(numerator: Int, denominator: Int) throws {
    let rate = FrameRate(numerator, denominator)!
    let place = { (frame: Int64) in rate.time(ofFrame: frame).ticks(rate: AudioBlock.sampleRate) }
    let last = rate.frames(before: Time(ticks: 3600, rate: 1))
    let cuts = stride(from: 0, to: last, by: 47) + [last]
    let stretches = zip(cuts, cuts.dropFirst()).map { first, end in
      SoundStretch.packets(for: place(first)..<place(end), isLast: end == last)
    }
    #expect(
      stretches[0].lowerBound == 0
        && zip(stretches, stretches.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
    // As many as a continuous encode has: one is not heard.
    #expect(stretches.last?.upperBound == (place(last) + 1023) / 1024 + 1)
    for (index, stretch) in stretches.enumerated() {
      // Packet n is heard from sample 1024 (n − 1) on.
      let start = (stretch.lowerBound - 1) * 1024
      #expect(start <= place(cuts[index]) && place(cuts[index]) - start < 2048)
    }
  }

  @Test func aStretchHasTheSameBytesWhoeverAsksForIt() throws {
    let sound = Noises.music.block(count: 96_000)
    let packets: Range<Int64> = 40..<45
    let wanted = SoundStretch.samples(for: packets)
    var block = AudioBlock(frameCount: wanted.count)
    for (place, sample) in wanted.enumerated() { block.samples[place] = sound.samples[Int(sample)] }
    let stretch = try SoundStretch(packets, of: block)
    #expect(try SoundStretch(packets, of: block) == stretch)
    #expect(SoundStretch(serialized: stretch.serialized(), packets: packets) == stretch)
    #expect(SoundStretch(serialized: stretch.serialized().dropLast(), packets: packets) == nil)
    #expect(SoundStretch(serialized: stretch.serialized(), packets: 40..<46) == nil)
  }

  // MARK: Hearing

  private static func worst(_ errors: [Float], around packet: Int) throws -> Float {
    try #require(errors[(packet - 3)...(packet + 2)].max())
  }

  /// How much what ffmpeg hears differs from the original: root mean squares of 1024 samples each.
  private static func errors(_ path: String, from sound: AudioBlock, priming: Int) throws -> [Float] {
    let answer = try Oracle.run(
      "ffmpeg", "-v", "error", "-i", path, "-map", "0:a", "-f", "f32le", "-c:a", "pcm_f32le", "-")
    #expect(answer.errors == "")
    let heard = answer.output.withUnsafeBytes { bytes in
      stride(from: 8 * priming, to: bytes.count, by: 8).map { bytes.loadUnaligned(fromByteOffset: $0, as: Float.self) }
    }
    #expect(heard.count == (sound.frameCount + 1023) / 1024 * 1024)
    return stride(from: 0, to: sound.frameCount - 1023, by: 1024).map { start in
      let sum = (start..<start + 1024).reduce(Float(0)) { $0 + pow(heard[$1] - sound.samples[$1], 2) }
      return (sum / 1024).squareRoot()
    }
  }
}
