import Foundation
import Media
import Props
import Testing

@testable import Codec

/// What a listener with six loudspeakers gets.
struct SurroundTests {
  private func read(_ path: String, _ count: Int, from start: Int64 = 0) throws -> AudioBlock {
    try AudioReader(MediaFile(path: path), in: .surround).read(from: start, frameCount: count)
  }

  private func channel(_ number: Int, of block: AudioBlock, _ range: Range<Int>) -> [Float] {
    Array(block.samples[number * block.frameCount + range.lowerBound..<number * block.frameCount + range.upperBound])
  }

  /// A little more than a chunk.
  private static let count = 242_000
  private static let samples = Noise.samples(count, channels: 6)

  /// Across a seam of chunks. Files name the surrounds backs or sides: both are 5.1's.
  @Test(arguments: [
    "a.wav", "a.flac", "a.mkv -c:a flac", "a.mov -c:a pcm_s16be", "a.m4a -c:a alac", "a.wv", "a.caf",
    "a.wav -channel_layout 5.1(side)",
  ])
  func sixChannelsComeBackToTheBit(make: String) throws {
    let parts = make.split(separator: " ", maxSplits: 1).map(String.init)
    let workshop = try Workshop()
    try workshop.write("in.wav", Noise.wav(Self.samples, channels: 6))
    let path = try workshop.ffmpeg("-i in.wav \(parts.count > 1 ? parts[1] : "") out-\(parts[0])")
    for start in [0, 239_000] {
      let block = try read(path, 3000, from: Int64(start))
      let wanted = (0..<6).flatMap { number in
        (start..<start + 3000).map { Float(Self.samples[6 * $0 + number]) / 32768 }
      }
      let isSame = block.channelCount == 6 && block.samples == wanted
      #expect(isSame, "\(make), from \(start)")
    }
  }

  @Test(arguments: [1, 2]) func oneAndTwoChannelsComeAsInStereo(channels: Int) throws {
    let workshop = try Workshop()
    let path = try workshop.write("in.wav", Noise.wav(Noise.samples(4800, channels: channels), channels: channels))
    let file = try MediaFile(path: path)
    for layout in ChannelLayout.allCases {
      #expect(try file.info().audio?.delivered(in: layout) == .stereo)
      let block = try AudioReader(file, in: layout).read(from: 0, frameCount: 4800)
      #expect(try block.channelCount == 2 && block.samples == AudioReader(file).read(from: 0, frameCount: 4800).samples)
    }
  }

  @Test(arguments: [ChannelLayout.mono, .stereo]) func otherListenersGetSixChannelsMixedDown(layout: ChannelLayout)
    throws
  {
    let workshop = try Workshop()
    let path = try workshop.write("in.wav", Noise.wav(Noise.samples(4800, channels: 6), channels: 6))
    let file = try MediaFile(path: path)
    #expect(try file.info().audio?.delivered(in: layout) == .stereo)
    #expect(try file.info().audio?.delivered(in: .surround) == .surround)
    let block = try file.sound(in: layout).read(from: 0, frameCount: 4800)
    #expect(try block.samples == file.sound().read(from: 0, frameCount: 4800).samples && block.channelCount == 2)
  }

  /// Where each channel of other layouts goes, and how loud. 7.1 is scaled so that its sides and rears fit into one.
  @Test(arguments: others) func otherLayoutsFindTheirPlaces(name: String, wanted: [[Double]]) throws {
    for (number, goal) in wanted.enumerated() {
      let workshop = try Workshop()
      let samples = (0..<4800).flatMap { _ in wanted.indices.map { $0 == number ? Int16(16_384) : 0 } }
      try workshop.write("in.raw", samples.map(\.littleEndian).withUnsafeBytes { Array($0) })
      let path = try workshop.ffmpeg("-f s16le -ar 48000 -channel_layout \(name) -i in.raw -c:a pcm_s16le a.wav")
      let block = try read(path, 1, from: 2000)
      #expect(block.channelCount == 6)
      for target in 0..<6 {
        let found = Double(block.samples[target]) * 2
        #expect(abs(found - (target == Int(goal[0]) ? goal[1] : 0)) < 1e-3, "\(name): \(number) in \(target): \(found)")
      }
    }
  }

  /// By the layout's channels in order: where each goes, and how loud.
  private static let others: [(String, [[Double]])] = [
    ("3.0", [[0, 1], [1, 1], [2, 1]]), ("2.1", [[0, 1], [1, 1], [3, 1]]),
    ("quad", [[0, 1], [1, 1], [4, 1], [5, 1]]), ("5.0(side)", [[0, 1], [1, 1], [2, 1], [4, 1], [5, 1]]),
    ("7.1", (0..<6).map { [Double($0), most] } + [[4, 1 - most], [5, 1 - most]]),
  ]
  /// What joins does so at −3 dB: 1 : √½, which together are 1.
  private static let most = 1 / (1 + 0.5.squareRoot())

  @Test func channelsThatNobodyNamedAreHeardAtTheFront() throws {
    let workshop = try Workshop()
    let path = try workshop.write("in.wav", Noise.wav(Noise.samples(4800, channels: 10), channels: 10))
    let block = try read(path, 4800)
    #expect(
      channel(0, of: block, 0..<4800).contains { $0 != 0 } && channel(1, of: block, 0..<4800).contains { $0 != 0 })
    #expect((2..<6).allSatisfy { channel($0, of: block, 0..<4800).allSatisfy { $0 == 0 } })
  }

  /// All blocks of a source are alike, though the file goes on with other channels.
  @Test func whatComesIsDecidedByTheBeginning() throws {
    let workshop = try Workshop()
    for (channels, name) in [(6, "six"), (2, "two"), (1, "one")] {
      let samples = (0..<96_000).flatMap { index in
        (0..<channels).map { _ in Int16(8000 * sin(2 * .pi * 60 * Double(index) / 48_000)) }
      }
      try workshop.write("\(name).wav", Noise.wav(samples, channels: channels))
      try workshop.ffmpeg("-i \(name).wav -b:a 256k \(name).aac")
    }
    let (six, two, one) = (try workshop.bytes("six.aac"), try workshop.bytes("two.aac"), try workshop.bytes("one.aac"))
    let falling = try read(workshop.write("falling.aac", six + two + one), 6 * 48_000)
    #expect(falling.channelCount == 6)
    for (number, isHeard) in [[1, 1, 1], [1, 1, 1], [1, 0, 0], [1, 0, 0], [1, 0, 0], [1, 0, 0]].enumerated() {
      for (part, wanted) in isHeard.enumerated() {
        let middle = 48_000 + 96_000 * part
        let loudest = channel(number, of: falling, middle..<middle + 4800).reduce(0) { max($0, abs($1)) }
        #expect((loudest > 0.1) == (wanted == 1), "channel \(number), part \(part): \(loudest)")
      }
    }
    let rising = try read(workshop.write("rising.aac", two + six), 4 * 48_000)
    #expect(rising.channelCount == 2)
    #expect(channel(1, of: rising, 144_000..<148_800).contains { abs($0) > 0.1 })
  }
}
