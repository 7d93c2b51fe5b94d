import Foundation
import Media
import Testing

@testable import Codec

@Suite struct FragmentedMovieTests {
  @Test(arguments: [[0, 1, 2], [2, 0, 1]])
  func everyPictureIsShownInItsTurnWhateverWasMadeFirst(order: [Int]) throws {
    try withTemporaryFolder { folder in
      let streamed = Streamed(movie: TestMovie(), order: order)
      try streamed.write(to: folder + "/a.mp4")
      #expect(try Self.numbers(folder + "/a.mp4") == Array(0..<60))
      let times = try Self.times(folder + "/a.mp4")
      #expect(times.sorted() == (0..<60).map { $0 * times.sorted()[1] })
    }
  }

  @Test(arguments: [(24000, 1001), (30000, 1001), (25, 1), (60, 1), (1, 2), (1000, 1)])
  func picturesOfEveryRateFollowOneAnotherEvenly(numerator: Int, denominator: Int) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.mp4"
      try Streamed(movie: TestMovie(rate: FrameRate(numerator, denominator)!)).write(to: path)
      let times = try Self.times(path).sorted()
      #expect(times.first == 0 && Set(zip(times, times.dropFirst()).map { $1 - $0 }).count == 1)
      let facts = try Oracle.probe(path, "stream=r_frame_rate,time_base", stream: "v")
      #expect(facts["r_frame_rate"] == "\(numerator)/\(denominator)")
    }
  }

  @Test(arguments: VideoEncoding.presets)
  func whatAPlayerMustKnowIsKnownBeforeAnythingIsDrawn(preset: String) throws {
    let movie = TestMovie(preset: preset, lengths: [1, 2, 5, 30])
    let whole = try Streamed(movie: movie).fragments()
    for index in movie.lengths.indices {
      let segment = try movie.segment(index)
      #expect(segment.parameterSets == whole.parameterSets)
      #expect(segment.reordering <= whole.lead)
    }
  }

  @Test func picturesAreThoseOfTheWholeMovie() throws {
    try withTemporaryFolder { folder in
      try TestMovie().write(to: folder + "/whole.mp4")
      try Streamed(movie: TestMovie()).write(to: folder + "/pieces.mp4")
      #expect(try Self.decoded(folder + "/pieces.mp4") == Self.decoded(folder + "/whole.mp4"))
    }
  }

  @Test func theStreamSaysWhatItIs() throws {
    let streamed = Streamed(movie: TestMovie(), sound: AudioBlock(frameCount: 96_000))
    #expect(try streamed.fragments().codecs == "avc1.64000a,mp4a.40.2")
    try withTemporaryFolder { folder in
      try streamed.write(to: folder + "/a.mp4")
      let facts = try Oracle.probe(
        folder + "/a.mp4", "stream=width,height,color_space,color_range,sample_aspect_ratio", stream: "v")
      #expect(
        facts == [
          "width": "128", "height": "96", "color_space": "bt709", "color_range": "tv", "sample_aspect_ratio": "1:1",
        ])
      let sound = try Oracle.probe(folder + "/a.mp4", "stream=codec_name,profile,sample_rate,channels", stream: "a")
      #expect(sound == ["codec_name": "aac", "profile": "LC", "sample_rate": "48000", "channels": "2"])
    }
  }

  @Test func aSegmentOfOtherSettingsIsRefused() throws {
    let whole = try Streamed(movie: TestMovie(preset: "ultrafast")).fragments()
    #expect(throws: CodecError.self) { try whole.fragment(0, TestMovie().segment(0), from: 0, sound: nil) }
  }

  // MARK: Asking ffmpeg

  private static func decoded(_ path: String) throws -> Data {
    let answer = try Oracle.run("ffmpeg", "-v", "error", "-i", path, "-map", "0:v", "-f", "rawvideo", "-")
    #expect(answer.errors == "")
    return answer.output
  }

  private static func numbers(_ path: String) throws -> [Int] {
    let (all, length) = (try decoded(path), TestMovie.size.width * TestMovie.size.height * 3 / 2)
    return stride(from: 0, to: all.count, by: length).map { TestMovie.number(inLuma: all[$0..<($0 + length)]) }
  }

  private static func times(_ path: String) throws -> [Int] {
    let answer = try Oracle.run(
      "ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "packet=pts", "-of", "csv=p=0", path)
    return answer.lines.compactMap { Int($0.prefix { $0 != "," }) }
  }
}
