import Foundation
import Media
import Testing

@testable import Codec

/// Sound beside AAC: Opus, whole numbers, and files of sound alone.
@Suite struct SoundCodecTests {
  @Test(arguments: [SoundFile.Format.wav, .flac])
  func aFileOfSoundHoldsEverySampleIn24Bits(format: SoundFile.Format) throws {
    try withTemporaryFolder { folder in
      let block = Noises.music.block(count: 50_001)
      let path = folder + "/a.\(format)"
      let file = try AtomicFile(path)
      let sound = try SoundFile(format, into: file)
      try sound.write(block)
      try sound.finish()
      try file.commit()
      let facts = try Oracle.probe(path, "stream=codec_name,sample_rate,channels,bits_per_raw_sample,duration_ts")
      #expect(facts["codec_name"] == (format == .wav ? "pcm_s24le" : "flac"))
      #expect(facts["sample_rate"] == "48000" && facts["channels"] == "2" && facts["bits_per_raw_sample"] == "24")
      #expect(facts["duration_ts"] == "50001")
      #expect(try samples(in: path) == wanted(block))
    }
  }

  @Test func samplesBeyondFullScaleAreHeldAndNoNumbersAreSilent() {
    #expect(
      [Float.infinity, -.infinity, .nan, 2, -2].map(SampleForm.whole) == [
        8_388_607 << 8, -8_388_608 << 8, 0, 8_388_607 << 8, -8_388_608 << 8,
      ])
    #expect(SampleForm.whole(0.5) == 0x4000_0000)
  }

  @Test func aFilmForEditingHasEverySample() throws {
    try withTemporaryFolder { folder in
      let block = Noises.sweep.block(count: 96_000)
      let encoder = try SoundEncoder(.pcm, spoolingIn: folder)
      try encoder.write(block)
      let path = folder + "/a.mov"
      try TestMovie(codec: .prores, container: .mov, preset: nil, sound: encoder.finish()).write(to: path)
      #expect(try samples(in: path) == wanted(block))
    }
  }

  @Test(arguments: [24_000, 23_999, 24_017, 4800])
  func opusBeginsAndEndsOnTheSample(count: Int) throws {
    try withTemporaryFolder { folder in
      let block = Noises.music.block(count: count)
      let encoder = try SoundEncoder(.opus, spoolingIn: folder)
      try encoder.write(block)
      let path = folder + "/a.webm"
      let movie = TestMovie(codec: .vp9, container: .webm, preset: "ultrafast", sound: try encoder.finish())
      try movie.write(to: path)
      #expect(try Oracle.probe(path, "stream=codec_name", stream: "a") == ["codec_name": "opus"])
      #expect(try Oracle.probe(path, "stream=start_time", stream: "v") == ["start_time": "0.000000"])
      let decoded = try Oracle.run(
        "ffmpeg", "-v", "error", "-c:a", "libopus", "-i", path, "-f", "f32le", "-ac", "1", "-c:a", "pcm_f32le", "-")
      let samples = decoded.output.count / 4
      #expect(samples == count)
      let signal = decoded.output.withUnsafeBytes { bytes in
        (0..<min(samples, count)).map { bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Float.self) }
      }
      // In step: moved by any number of samples, it is less like what was encoded.
      func noise(movedBy lag: Int) -> Float {
        (100..<samples - 100).reduce(0) { sum, index in
          let apart = signal[index] - block.samples[index + lag]
          return sum + apart * apart
        }
      }
      #expect((-40...40).min { noise(movedBy: $0) < noise(movedBy: $1) } == 0)
    }
  }

  private func wanted(_ block: AudioBlock) -> [Int32] {
    (0..<2 * block.frameCount).map { SampleForm.whole(block.samples[$0 % 2 * block.frameCount + $0 / 2]) }
  }

  /// As ffmpeg decodes them: 24 bits in the top of 32.
  private func samples(in path: String) throws -> [Int32] {
    let answer = try Oracle.run("ffmpeg", "-v", "error", "-i", path, "-f", "s32le", "-c:a", "pcm_s32le", "-")
    return answer.output.withUnsafeBytes { bytes in
      (0..<bytes.count / 4).map { bytes.loadUnaligned(fromByteOffset: 4 * $0, as: Int32.self) }
    }
  }
}
