import Chance
import Foundation
import Media
import Testing

@testable import Codec

@Suite struct SegmentTests {
  @Test(arguments: VideoEncoding.presets)
  func allSegmentsHaveEqualParameterSets(preset: String) throws {
    let movie = TestMovie(preset: preset, lengths: [1, 2, 5, 30])
    let sets = try Set(movie.lengths.indices.map { try movie.segment($0).parameterSets })
    #expect(sets.count == 1)
  }

  @Test func aSegmentBeginsWithItsOnlyKey() throws {
    let segment = try TestMovie().segment(2)
    #expect(segment.packets.map(\.isKey) == [true] + Array(repeating: false, count: 32))
    #expect(segment.packets.map(\.frame).sorted() == Array(0..<33))
    #expect(segment.reordering > 0)
  }

  @Test func aSegmentHasTheSameBytesOnAProcessorWithoutVectors() throws {
    let movie = TestMovie(lengths: [40])
    let pictures = (0..<40).reduce(into: Data()) { $0 += TestMovie.bytes(of: TestMovie.picture($1)) }
    try withTemporaryFolder { folder in
      try pictures.write(to: URL(fileURLWithPath: folder + "/in.yuv"))
      let answer = try Oracle.run(
        "ffmpeg", "-v", "error", "-f", "rawvideo", "-s", "\(TestMovie.size)", "-r", "30", "-i", folder + "/in.yuv",
        "-filter_complex", Self.finerFirstFrame, "-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-x264-params",
        "threads=2:sliced-threads=0:asm=0:cpu-independent=1:stitchable=1:keyint=infinite:min-keyint=infinite", "-f",
        "h264", "-")
      #expect(answer.errors == "")
      let segment = try movie.segment(0)
      let ours = NALUnits(of: segment.data).map(Array.init)
      #expect(Self.slices(inAnnexB: Array(answer.output)).elementsEqual(ours))
    }
  }

  @Test func aStoredSegmentComesBackWhole() throws {
    let segment = try TestMovie().segment(0)
    #expect(try EncodedSegment(serialized: segment.serialized()) == segment)
  }

  @Test func aDamagedSegmentIsRefusedOrPlainlyOther() throws {
    let whole = try TestMovie(lengths: [3]).segment(0)
    let bytes = whole.serialized()
    for index in bytes.indices {
      for flip in [UInt8(1), 0x80, 0xFF] {
        var damaged = bytes
        damaged[index] ^= flip
        let decoded = try? EncodedSegment(serialized: damaged)
        #expect(decoded != whole)
      }
    }
    for count in bytes.indices {
      #expect(throws: CodecError.self) { try EncodedSegment(serialized: Array(bytes[..<count])) }
    }
    #expect(throws: CodecError.self) { try EncodedSegment(serialized: bytes + [0]) }
  }

  @Test func noiseIsNeverASegment() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var chance = SplitMix(seed)
    for _ in 0..<2000 {
      var bytes = (0..<Int.random(in: 0...90, using: &chance)).map { _ in UInt8.random(in: 0...255, using: &chance) }
      if Bool.random(using: &chance) { bytes = Array("RSEG".utf8) + [1, 0, 0, 0] + bytes }
      #expect(throws: CodecError.self, "seed \(seed)") { try EncodedSegment(serialized: bytes) }
    }
  }

  @Test(arguments: [
    (Size(width: 1919, height: 1080), "make the canvas 1918x1080"), (Size(width: 0, height: 2), "use 2 to 16384"),
    (Size(width: 100_000, height: 100_000), "use 2 to 16384"),
  ])
  func aSizeThatCannotBeEncodedIsRefusedWithARemedy(size: Size, remedy: String) throws {
    let error = #expect(throws: CodecError.self) { try VideoEncoding(size: size, frameRate: FrameRate(30)!) }
    #expect("\(try #require(error))".contains(remedy))
  }

  @Test func settingsThatDoNotExistAreAnsweredWithThoseThatDo() throws {
    let size = TestMovie.size
    let preset = #expect(throws: CodecError.self) {
      try VideoEncoding(size: size, frameRate: FrameRate(30)!, preset: "fastest")
    }
    #expect("\(try #require(preset))".contains("ultrafast, superfast, veryfast"))
    let quality = #expect(throws: CodecError.self) {
      try VideoEncoding(size: size, frameRate: FrameRate(30)!, quality: 52)
    }
    #expect("\(try #require(quality))".contains("0 (lossless) to 51"))
  }

  @Test func anEncoderThatThisBuildLacksIsNamed() throws {
    let error = #expect(throws: CodecError.self) { try Encoder("no-such-encoder") { _ in } }
    #expect("\(try #require(error))".contains("no encoder \"no-such-encoder\""))
  }

  @Test func aPictureLivesUntilTheEncoderLetsGoOfIt() throws {
    let released = Counter()
    let encoder = try SegmentEncoder(TestMovie().encoding())
    for number in 0..<30 { try encoder.write(TestMovie.picture(number) { released.add() }) }
    _ = try encoder.finish()
    #expect(released.count == 30)
  }

  /// What `SegmentEncoder` does to the first picture, in the words of ffmpeg.
  private static let finerFirstFrame =
    "split[a][b];[a]trim=end_frame=1,addroi=0:0:iw:ih:-3/51[a];[b]trim=start_frame=1[b];[a][b]concat"

  /// The slices of a stream that comes with start codes.
  private static func slices(inAnnexB bytes: [UInt8]) -> [[UInt8]] {
    let starts = bytes.indices.dropLast(3).filter { bytes[$0] == 0 && bytes[$0 + 1] == 0 && bytes[$0 + 2] == 1 }
    let ends = starts.dropFirst().map { bytes[$0 - 1] == 0 ? $0 - 1 : $0 } + [bytes.count]
    return zip(starts, ends).map { Array(bytes[($0 + 3)..<$1]) }.filter { [1, 5].contains($0[0] & 31) }
  }
}
