import Foundation
import Testing

@testable import Reprise

@Suite(.timeLimit(.minutes(3)))
struct VideoStreamTests {
  private static let media = GalleryTests.folder.appending(path: "media").path

  private static let recipe = """
    canvas { width = 128, height = 72, fps = 30000 / 1001 }
    local music = audio("chords.m4a")
    return (video("tide.mp4"):trim(0.3, 3) .. video("bloom.mp4"):trim(1, 4)):layer(music):fade(0.5)
    """

  private func composition(_ source: String = recipe, cache: (any Cache)? = nil) throws -> Composition {
    var composition = try Runtime(isolation: .inProcess).evaluate(Recipe(source: source, folder: Self.media))
    composition.cache = cache
    return composition
  }

  @Test func thePicturesAreThoseOfTheRenderedVideo() async throws {
    let folder = try Folder()
    let composition = try composition()
    _ = try composition.renderNow(to: folder.path + "/whole.mp4")
    let stream = try composition.stream()
    // In an order of our own: the last first.
    var pieces: [Int: [UInt8]] = [:]
    for index in (0..<stream.segmentCount).reversed() { pieces[index] = try await stream.segment(index, for: "") }
    let bytes = (0..<stream.segmentCount).reduce(stream.initialization) { $0 + (pieces[$1] ?? []) }
    try Data(bytes).write(to: URL(filePath: folder.path + "/pieces.mp4"))
    let outcome = try Program(folder: folder).shell(
      """
      for f in whole pieces; do
        ffmpeg -v error -i $f.mp4 -map 0:v -c:v rawvideo -f md5 - > $f.md5
        ffprobe -v error -select_streams v -show_entries packet=pts_time -of csv=p=0 $f.mp4 | tr -d , | sort -n > $f.pts
      done
      cmp whole.md5 pieces.md5 && cmp whole.pts pieces.pts && wc -l < pieces.pts
      """)
    #expect(outcome.output == "\(composition.frameCount)\n", "\(outcome)")
  }

  @Test func aSegmentHasTheSameBytesWhoeverDrewTheOthers() async throws {
    let composition = try composition()
    let (first, second) = (try composition.stream(), try composition.stream())
    let alone = try await first.segment(2, for: "")
    for index in 0..<2 { _ = try await second.segment(index, for: "") }
    #expect(try await second.segment(2, for: "") == alone)
    let tags = try await (first.tag(of: 1), first.tag(of: 2), second.tag(of: 2))
    #expect(tags.1 == tags.2 && tags.0 != tags.1)
  }

  @Test func aTagTellsWhenASegmentIsShown() async throws {
    // The second segment of both shows the same, later in one than in the other.
    let streams = try [1, 2].map {
      try composition(#"return solid("red"):lasting(\#($0)) .. solid("blue"):lasting(1)"#).stream()
    }
    #expect(try await streams[0].segment(1, for: "") != streams[1].segment(1, for: ""))
    #expect(try await streams[0].tag(of: 1) != streams[1].tag(of: 1))
  }

  @Test func thePlaylistSaysExactlyHowLongSegmentsLast() throws {
    let stream = try composition().stream()
    let lines = stream.playlist(initialization: "i.mp4") { "\($0).m4s" }.split(separator: "\n").map(String.init)
    #expect(lines.prefix(3) == ["#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-TARGETDURATION:3"])
    #expect(lines.contains("#EXT-X-INDEPENDENT-SEGMENTS") && lines.contains("#EXT-X-MAP:URI=\"i.mp4\""))
    let lengths = lines.filter { $0.hasPrefix("#EXTINF:") }.compactMap { Double($0.dropFirst(8).dropLast()) }
    #expect(lengths.count == stream.segmentCount && lengths.count == lines.count { $0.hasSuffix(".m4s") })
    #expect(abs(lengths.reduce(0, +) - stream.duration.seconds) < 1e-6)
    #expect(lines.last == "#EXT-X-ENDLIST")
  }

  @Test func aPartOfAVideoStreamsFromItsOwnBeginning() async throws {
    var options = RenderOptions()
    options.range = TimeRange(Time("1.5")!, Time("3.5")!)
    let stream = try composition().stream(options: options)
    #expect(stream.range(of: 0).start == .zero)
    #expect(try await stream.segment(stream.segmentCount - 1, for: "").count > 1000)
  }

  @Test func twoViewersOfOneSegmentShareOneDrawing() async throws {
    let cache = CountingCache()
    let stream = try composition(cache: cache).stream()
    async let a = stream.segment(0, for: "a")
    async let b = stream.segment(0, for: "b")
    let (first, second) = try await (a, b)
    #expect(first == second)
    while await stream.states().prefix(3) != [.kept, .kept, .kept] { try await Task.sleep(for: .milliseconds(10)) }
    #expect(
      cache.drawings == Array(repeating: 1, count: cache.drawings.count) && cache.drawings.count <= stream.segmentCount)
  }

  /// Some seconds' work a segment.
  private func slow() throws -> VideoStream {
    var options = RenderOptions()
    (options.preset, options.jobs) = ("placebo", 2)
    return try composition(
      """
      canvas { width = 1280, height = 720 }
      return video("bloom.mp4"):fit "cover":lasting(6):loop(20)
      """
    ).stream(options: options)
  }

  private func wait(until condition: () -> Bool) async throws {
    while !condition() { try await Task.sleep(for: .milliseconds(1)) }
  }

  @Test func whoeverLeavesStopsADrawingThatNobodyElseWants() async throws {
    let stream = try slow()
    let viewer = Task { try await stream.segment(20, for: "a") }
    try await wait { stream.pictures.drawing == [20, 21] }
    viewer.cancel()
    await #expect(throws: RepriseError.self) { try await viewer.value }
    try await wait { stream.pictures.drawing.isEmpty }
    #expect(await stream.states().allSatisfy { $0 == .absent })
  }

  @Test func aClosedStreamAnswersEverybody() async throws {
    let stream = try slow()
    let viewers = (0..<4).map { place in Task { try await stream.segment(place * 10, for: "\(place)") } }
    try await wait { stream.pictures.drawing.count == 2 }
    stream.close()
    for viewer in viewers { _ = await viewer.result }
    let error = await #expect(throws: RepriseError.self) { try await stream.segment(5, for: "late") }
    #expect(error?.kind == .cancelled)
  }

  @Test func aSegmentThatIsNotThereIsRefused() async throws {
    let stream = try composition().stream()
    for index in [-1, stream.segmentCount] {
      let error = await #expect(throws: RepriseError.self) { try await stream.segment(index, for: "") }
      #expect(error?.kind == .usage)
    }
  }

  @Test func footageThatGoesAwayFailsItsSegmentsAndNothingElse() async throws {
    let folder = try Folder()
    try FileManager.default.copyItem(atPath: Self.media + "/tide.mp4", toPath: folder.path + "/tide.mp4")
    let recipe = Recipe(
      source: "canvas { width = 128, height = 72 }\nreturn video(\"tide.mp4\"):trim(0, 2) .. solid(\"red\"):lasting(2)",
      folder: folder.path)
    let stream = try Runtime(isolation: .inProcess).evaluate(recipe).stream()
    let handle = try #require(FileHandle(forUpdatingAtPath: folder.path + "/tide.mp4"))
    try handle.truncate(atOffset: 0)
    await #expect(throws: RepriseError.self) { try await stream.segment(0, for: "") }
    #expect(try await stream.segment(1, for: "").count > 500)
  }
}
