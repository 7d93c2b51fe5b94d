import CFFmpeg
import Chance
import Media
import Props
import Testing

@testable import Codec

struct SoundTests {
  static let seconds = 11
  static let count = seconds * 48_000
  private static let samples = [44_100: Noise.samples(seconds * 44_100), 48_000: Noise.samples(seconds * 48_000)]

  /// Lossless: what is read is what was written, to the bit, through seams of chunks and after seeks.
  @Test(arguments: [
    "a.wav", "a.flac", "a.mkv -c:a flac", "a.mov -c:a pcm_s16be", "a.avi -c:a pcm_s16le", "a.m4a -c:a alac", "a.aiff",
    "a.caf", "a.w64", "a.nut -c:a pcm_s16le", "a.mka -c:a pcm_s16le", "a.wv",
  ])
  func losslessSoundComesBackToTheBit(make: String) throws {
    let parts = make.split(separator: " ", maxSplits: 1)
    let workshop = try Workshop()
    let samples = try #require(Self.samples[48_000])
    try workshop.write("in.wav", Noise.wav(samples))
    let path = try workshop.ffmpeg("-i in.wav \(parts.count > 1 ? parts[1] : "") \(parts[0])")
    let file = try MediaFile(path: path)
    let info = try file.info()
    #expect(info.video == nil && info.warnings.isEmpty)
    #expect(abs((info.audio?.duration.seconds ?? 0) - Double(Self.seconds)) < 0.001)
    let reader = try AudioReader(file)
    func check(_ start: Int, _ length: Int, _ reader: AudioReader) throws {
      let block = try reader.read(from: Int64(start), frameCount: length)
      for channel in 0..<2 {
        let wanted = (start..<start + length).map { index in
          (0..<Self.count).contains(index) ? Float(samples[2 * index + channel]) / 32768 : 0
        }
        let found = Array(block.samples[channel * length..<(channel + 1) * length])
        #expect(found == wanted, "\(make): from \(start), \(length) samples, channel \(channel)")
      }
    }
    try check(-100, Self.count + 300, reader)
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed)
    for _ in 0..<6 {
      try check(Int.random(in: 0..<Self.count, using: &random), 2000, reader)
      try check(Int.random(in: 0..<Self.count, using: &random), 700, try AudioReader(file))
    }
    #expect(reader.warnings.isEmpty)
  }

  /// Lossy: each reader gives the same samples wherever it begins, and they lie where the original's lie.
  @Test(
    arguments: [
      "a.m4a", "a.mp3", "a.opus", "a.ogg -c:a libvorbis", "a.webm -c:a libopus", "b.webm -c:a libvorbis", "a.aac",
      "a.ac3", "a.ts -c:a aac", "a.flv -c:a aac", "a.mkv -c:a aac", "b.mkv -c:a libmp3lame", "a.wma", "a.mpg -c:a mp2",
      "c.mkv -c:a ac3", "a.eac3",
    ], [44_100, 48_000])
  func lossySoundLiesWhereItWasWritten(make: String, rate: Int) throws {
    let parts = make.split(separator: " ", maxSplits: 1)
    if make.contains("opus"), rate != 48_000 { return }
    let workshop = try Workshop()
    let samples = try #require(Self.samples[rate])
    try workshop.write("in.wav", Noise.wav(samples, rate: rate))
    try workshop.ffmpeg("-i in.wav -af aresample=48000 -f f32le -c:a pcm_f32le reference.f32")
    let path = try workshop.ffmpeg("-i in.wav -b:a 256k \(parts.count > 1 ? parts[1] : "") \(parts[0])")
    let file = try MediaFile(path: path)
    let reader = try AudioReader(file)
    let whole = try reader.read(from: 0, frameCount: Self.count)
    let original = try workshop.bytes("reference.f32").withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
    for start in [20_000, 239_900, 500_000] {
      let shift = Self.shift(whole, original, around: start)
      #expect(shift == Self.delay(make, rate), "\(make) at \(rate): shifted by \(shift) around \(start)")
    }
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed)
    for _ in 0..<4 {
      let start = Int.random(in: 0..<Self.count - 3000, using: &random)
      let block = try AudioReader(file).read(from: Int64(start), frameCount: 3000)
      let same = Array(whole.samples[start..<start + 3000]) == Array(block.samples[0..<3000])
      #expect(same, "\(make): after a seek to \(start), seed \(seed)")
    }
    #expect(reader.warnings.isEmpty, "\(reader.warnings)")
  }

  /// FFmpeg's vectors add floating-point numbers in another order than its C does; samples are C's everywhere.
  @Test(arguments: ["a.opus", "a.ogg -c:a libvorbis", "a.eac3", "a.wma", "a.m4a", "a.mp3", "a.ac3"])
  func samplesDoNotDependOnTheProcessorsVectors(make: String) throws {
    let workshop = try Workshop()
    try workshop.write("in.wav", Noise.wav(try #require(Self.samples[48_000])))
    let parts = make.split(separator: " ", maxSplits: 1)
    let path = try workshop.ffmpeg("-i in.wav -t 2 -b:a 128k \(parts.count > 1 ? parts[1] : "") \(parts[0])")
    let all = try AudioReader(MediaFile(path: path)).read(from: 0, frameCount: 90_000)
    av_force_cpu_flags(AV_CPU_FLAG_MMX | AV_CPU_FLAG_MMXEXT | AV_CPU_FLAG_SSE | AV_CPU_FLAG_SSE2)
    defer { av_force_cpu_flags(-1) }
    let few = try AudioReader(MediaFile(path: path)).read(from: 0, frameCount: 90_000)
    #expect(all.samples == few.samples)
    #expect(all.samples.contains { $0 != 0 })
  }

  /// The encoder's delay that the container has no room to tell of.
  static func delay(_ make: String, _ rate: Int) -> Int {
    let delays = [
      "a.aac": 1024, "a.ts -c:a aac": 1024, "a.flv -c:a aac": 1024, "a.mkv -c:a aac": 1024,
      "b.mkv -c:a libmp3lame": 1105,
      "a.ac3": 256, "c.mkv -c:a ac3": 256, "a.eac3": 256, "a.mpg -c:a mp2": 481,
      // FFmpeg's decoder swallows the first frame.
      "a.wma": -2048,
    ]
    let own = delays[make] ?? 0
    return Int((Double(own) * 48_000 / Double(rate)).rounded())
  }

  /// By how many samples the sound read comes later than the original: the best match within ±2000.
  static func shift(_ block: AudioBlock, _ original: [Float], around start: Int) -> Int {
    let (length, reach) = (100, 2400)
    let wanted = (start..<start + length).map { original[2 * $0] }
    let found = Array(block.samples[start - reach..<start + length + reach])
    let errors = (0...2 * reach).map { shift in
      var sum: Float = 0
      for index in 0..<length {
        let difference = found[shift + index] - wanted[index]
        sum += difference * difference
      }
      return sum
    }
    return (errors.indices.min { errors[$0] < errors[$1] } ?? 0) - reach
  }
}
