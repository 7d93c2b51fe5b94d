import Dispatch
import Foundation
import Media
import Synchronization
import Testing

@testable import Codec

/// A codec in a container, and what ffprobe calls it there.
struct Coding: CustomTestStringConvertible, Sendable {
  let codec: VideoCodec
  let container: MovieContainer
  let facts: [String: String]

  init(_ codec: VideoCodec, _ container: MovieContainer, _ name: String, _ format: String, tag: String? = nil) {
    (self.codec, self.container) = (codec, container)
    facts = ["codec_name": name, "pix_fmt": format].merging(tag.map { ["codec_tag_string": $0] } ?? [:]) { $1 }
  }

  var testDescription: String { "\(codec) in \(container)" }

  /// A movie in it, with the codec's usual settings.
  func movie(lengths: [Int] = [20, 7, 33]) -> TestMovie {
    TestMovie(codec: codec, container: container, preset: codec.hasPresets ? "ultrafast" : nil, lengths: lengths)
  }

  static let all = [
    Coding(.h264, .mov, "h264", "yuv420p", tag: "avc1"), Coding(.hevc, .mp4, "hevc", "yuv420p", tag: "hvc1"),
    Coding(.hevc, .mov, "hevc", "yuv420p", tag: "hvc1"), Coding(.av1, .mp4, "av1", "yuv420p", tag: "av01"),
    Coding(.av1, .webm, "av1", "yuv420p"), Coding(.vp9, .webm, "vp9", "yuv420p"),
    Coding(.prores, .mov, "prores", "yuv422p10le", tag: "apcn"),
    Coding(.prores4444, .mov, "prores", "yuv444p12le", tag: "ap4h"),
  ]
}

@Suite struct CodecTests {
  @Test(arguments: Coding.all)
  func aJoinedVideoDecodesToEveryPictureInOrder(coding: Coding) throws {
    try withTemporaryFolder { folder in
      let movie = coding.movie(lengths: [20, 1, 1, 2, 33, 3])
      let path = folder + "/a.\(coding.container)"
      try movie.write(to: path)
      #expect(try TestMovie.numbers(shownIn: path) == Array(0..<movie.frameCount))
    }
  }

  @Test(arguments: Coding.all)
  func theFileSaysWhatIsInIt(coding: Coding) throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.\(coding.container)"
      try coding.movie().write(to: path)
      var wanted = coding.facts
      for name in ["color_space", "color_transfer", "color_primaries"] { wanted[name] = "bt709" }
      (wanted["color_range"], wanted["r_frame_rate"], wanted["avg_frame_rate"]) = ("tv", "30/1", "30/1")
      wanted["width"] = "128"
      let facts = try Oracle.probe(path, "stream=\(wanted.keys.joined(separator: ","))", stream: "v")
      #expect(facts == wanted)
      let times = try Oracle.probe(path, "format=duration,start_time")
      #expect(times == ["duration": "2.000000", "start_time": "0.000000"])
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      for word in ["x265", "SVT", "creation"] { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)") }
    }
  }

  @Test(arguments: Coding.all)
  func theSameSegmentHasTheSameBytesHoweverManyAreAtWork(coding: Coding) throws {
    let movie = coding.movie(lengths: [25])
    let alone = try movie.segment(0)
    let others = Mutex<[EncodedSegment]>([])
    DispatchQueue.concurrentPerform(iterations: 6) { _ in
      if let other = try? movie.segment(0) { others.withLock { $0.append(other) } }
    }
    #expect(others.withLock { $0.count } == 6)
    #expect(others.withLock { $0.allSatisfy { $0 == alone } })
  }

  /// SVT-AV1 would be, as root, and everything else on the machine would wait.
  @Test(arguments: Coding.all)
  func noEncoderIsMoreUrgentThanOthers(coding: Coding) throws {
    let encoding = try coding.movie().encoding()
    let encoder = try encoding.segmentEncoder()
    for number in 0..<4 { try encoder.write(TestMovie.picture(number, encoding.format)) }
    #expect(try urgentThreads() == [])
    _ = try encoder.finish { false }
    #expect(try urgentThreads() == [])
  }

  /// Threads of this process that the system runs before any other, by proc_pid_stat(5).
  private func urgentThreads() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").filter { thread in
      guard let stat = try? String(contentsOfFile: "/proc/self/task/\(thread)/stat", encoding: .utf8) else {
        return false
      }
      // The name in brackets may hold blanks; what follows it begins with the third field, and the policy is the 41st.
      let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
      return fields.count > 38 && fields[38] != "0"
    }
  }

  @Test(arguments: [VideoCodec.hevc, .av1, .vp9], ["ultrafast", "veryfast", "medium"])
  func segmentsOfAnyLengthHaveEqualParameterSets(codec: VideoCodec, preset: String) throws {
    let movie = TestMovie(codec: codec, preset: preset, lengths: [1, 2, 5, 30])
    let sets = try Set(movie.lengths.indices.map { try movie.segment($0).parameterSets })
    #expect(sets.count == 1)
  }

  @Test(arguments: Coding.all)
  func theSameVideoIsTheSameFile(coding: Coding) throws {
    try withTemporaryFolder { folder in
      let paths = ["/a", "/b"].map { folder + $0 }
      for path in paths { try coding.movie().write(to: path) }
      #expect(try Data(contentsOf: URL(fileURLWithPath: paths[0])) == Data(contentsOf: URL(fileURLWithPath: paths[1])))
    }
  }

  @Test func transparencyIsKeptToTheBitByProRes() throws {
    let alpha = try transparency(TestMovie(codec: .prores4444, container: .mov, preset: nil, hasAlpha: true), [])
    for (number, picture) in alpha.enumerated() {
      let wanted = (0..<TestMovie.size.area).map { UInt8(TestMovie.transparency($0 % 128, $0 / 128, number)) }
      #expect(picture.elementsEqual(wanted))
    }
  }

  @Test func transparencyIsKeptByVP9() throws {
    var movie = TestMovie(codec: .vp9, container: .webm, preset: "ultrafast", hasAlpha: true)
    movie.lengths = [20, 1, 9]
    let alpha = try transparency(movie, ["-c:v", "libvpx-vp9"])
    #expect(alpha.count == 30)
    for (number, picture) in alpha.enumerated() {
      let errors = picture.enumerated().map { index, code in
        abs(Int(code) - TestMovie.transparency(index % 128, index / 128, number))
      }
      // The steps from 255 to 0 ring, as everything does that is coded so.
      #expect(errors.reduce(0, +) < 4 * errors.count)
    }
  }

  @Test func aWebMWithTransparencySaysSo() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/a.webm"
      try TestMovie(codec: .vp9, container: .webm, preset: "ultrafast", hasAlpha: true).write(to: path)
      #expect(try Oracle.probe(path, "stream_tags=alpha_mode") == ["TAG:alpha_mode": "1"])
    }
  }

  /// Alpha of every picture as ffmpeg decodes it, in 8 bits.
  private func transparency(_ movie: TestMovie, _ decoder: [String]) throws -> [Data] {
    try withTemporaryFolder { folder in
      let path = folder + "/a.\(movie.container)"
      try movie.write(to: path)
      // The top 8 of 12 bits, where ProRes has so many: what was written had 8.
      let isDeep = movie.codec == .prores4444
      let answer = try Oracle.run(
        ["ffmpeg", "-v", "error"] + decoder + ["-i", path, "-vf", "alphaextract", "-f", "rawvideo"]
          + ["-pix_fmt", isDeep ? "gray12le" : "gray", "-"])
      #expect(answer.errors == "")
      let bytes =
        isDeep
        ? Data(
          stride(from: 0, to: answer.output.count, by: 2).map {
            answer.output[$0] >> 4 | answer.output[$0 + 1] << 4
          }) : answer.output
      return stride(from: 0, to: bytes.count, by: TestMovie.size.area).map { bytes[$0..<($0 + TestMovie.size.area)] }
    }
  }
}
