import Foundation
import Media
import Testing

@testable import Codec

@Suite struct MovieTests {
  @Test(arguments: ["ultrafast", "veryfast", "medium", "veryslow"])
  func aJoinedVideoDecodesToEveryPictureInOrder(preset: String) throws {
    try withTemporaryFolder { folder in
      let movie = TestMovie(preset: preset, lengths: [20, 1, 1, 2, 33, 3])
      let path = folder + "/a.mp4"
      try movie.write(to: path)
      #expect(try TestMovie.numbers(shownIn: path) == Array(0..<movie.frameCount))
    }
  }

  @Test(arguments: [(30, 1), (25, 1), (30_000, 1001), (24_000, 1001), (25, 2), (2997, 100)])
  func everyFrameHasItsTimeAndTheEndIsExact(rate: (Int, Int)) throws {
    try withTemporaryFolder { folder in
      let movie = TestMovie(rate: FrameRate(rate.0, rate.1)!)
      let path = folder + "/a.mp4"
      try movie.write(to: path)
      let facts = try Oracle.probe(
        path, "stream=start_pts,duration_ts,time_base,nb_frames,r_frame_rate:format=start_time")
      let clock = Int(try #require(facts["time_base"]).dropFirst(2))!
      let ticks = clock * rate.1 / rate.0
      #expect(facts["start_pts"] == "0")
      #expect(facts["start_time"] == "0.000000")
      #expect(facts["nb_frames"] == "\(movie.frameCount)")
      #expect(facts["r_frame_rate"] == "\(rate.0)/\(rate.1)")
      #expect(facts["duration_ts"] == "\(movie.frameCount * ticks)")
      let times = try Oracle.run("ffprobe", "-v", "error", "-show_entries", "frame=pts", "-of", "csv=p=0", path).lines
      #expect(times.compactMap { Int($0.filter(\.isNumber)) } == (0..<movie.frameCount).map { $0 * ticks })
    }
  }

  @Test func theSameVideoIsTheSameFileWhateverTheOrderOfArrival() throws {
    try withTemporaryFolder { folder in
      let paths = ["/a.mp4", "/b.mp4", "/c.mp4"].map { folder + $0 }
      try TestMovie().write(to: paths[0])
      try TestMovie().write(to: paths[1])
      try TestMovie(order: [2, 0, 1]).write(to: paths[2])
      let files = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      #expect(files[0] == files[1])
      #expect(files[0] == files[2])
    }
  }

  @Test func theColoursAreTaggedInStreamAndContainer() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.mp4"
      try TestMovie().write(to: path)
      let facts = try Oracle.probe(
        path, "stream=profile,pix_fmt,color_range,color_space,color_transfer,color_primaries,chroma_location",
        stream: "v")
      #expect(
        facts == [
          "profile": "High", "pix_fmt": "yuv420p", "color_range": "tv", "color_space": "bt709",
          "color_transfer": "bt709", "color_primaries": "bt709", "chroma_location": "left",
        ])
      // colr, nclx, 1-1-1, limited: ISO/IEC 14496-12, 12.1.5.
      let colr = Data("colrnclx".utf8) + [0, 1, 0, 1, 0, 1, 0]
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)).range(of: colr) != nil)
      // The stream says so itself, without the container.
      let stream = try Oracle.run(
        "ffmpeg", "-v", "error", "-i", path, "-c", "copy", "-bsf:v", "h264_mp4toannexb", "-f", "h264",
        folder + "/a.h264")
      #expect(stream.succeeded)
      #expect(
        try Oracle.probe(folder + "/a.h264", "stream=color_space,color_range") == [
          "color_space": "bt709", "color_range": "tv",
        ])
    }
  }

  @Test func theIndexStandsBeforeTheMedia() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.mp4"
      try TestMovie().write(to: path)
      let types = try Self.boxes(of: path).map(\.type)
      #expect(types == ["ftyp", "moov", "free", "free", "mdat"])
    }
  }

  @Test func aBoxOfOurOwnTravelsBehindTheMedia() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.mp4"
      let box = MovieBox(identifier: Array(0..<16), payload: Array("a post".utf8))
      try TestMovie(boxes: [box]).write(to: path)
      let last = try #require(Self.boxes(of: path).last)
      #expect(last.type == "uuid")
      #expect(Array(last.content) == Array(0..<16) + Array("a post".utf8))
      #expect(try Oracle.probe(path, "stream=nb_frames")["nb_frames"] == "60")
    }
  }

  @Test func aVideoWithoutSoundHasNoSoundTrack() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.mp4"
      try TestMovie().write(to: path)
      #expect(try Oracle.probe(path, "format=nb_streams") == ["nb_streams": "1"])
    }
  }

  @Test func nothingInTheFileTellsWhenOrWithWhichVersionItWasMade() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.mp4"
      try TestMovie().write(to: path)
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      for word in ["x264", "Lavf", "Lavc"] { #expect(bytes.range(of: Data(word.utf8)) == nil) }
      #expect(try Oracle.probe(path, "format_tags=creation_time,encoder").isEmpty)
    }
  }

  @Test func segmentsOfOtherSettingsAreRefused() throws {
    try withTemporaryFolder { folder in
      let movie = TestMovie()
      let spool = try PacketSpool(in: folder)
      try spool.append(movie.segment(0), at: [0])
      try spool.append(TestMovie(preset: "ultrafast").segment(1), at: [1])
      let file = try AtomicFile(folder + "/a.mp4")
      let error = #expect(throws: CodecError.self) { try Movie(movie.encoding(), segments: spool).write(into: file) }
      #expect("\(try #require(error))".hasPrefix("segment 1: was encoded with other settings"))
    }
  }

  /// The boxes at the top of an mp4.
  private static func boxes(of path: String) throws -> [(type: String, content: Data)] {
    var rest = try Data(contentsOf: URL(fileURLWithPath: path))
    var boxes: [(String, Data)] = []
    while rest.count >= 8 {
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      boxes.append((String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self), rest.prefix(length).dropFirst(8)))
      rest = rest.dropFirst(length)
    }
    return boxes
  }
}
