import Foundation
import Reprise
import Testing

@testable import Studio

@Suite(.timeLimit(.minutes(3)))
struct StreamServerTests {
  private static let small = """
    canvas { width = 128, height = 72, fps = 10 }
    return gradient("tomato", "gold"):rotate { [0] = 0, [6] = 90 }:lasting(6)
    """

  @Test func aPlayerFindsEverythingFromThePlaylistOn() async throws {
    try await Visit.to(Self.small) { get, stream in
      let playlist = try await get("stream/playlist.m3u8")
      #expect(playlist.headers["content-type"] == "application/vnd.apple.mpegurl")
      let places = playlist.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      #expect(places.count == stream.segmentCount && stream.segmentCount == 3)
      let start = try await get("stream/init.mp4")
      #expect(start.headers["content-type"] == "video/mp4" && Array(start.body) == stream.initialization)
      for (index, place) in places.enumerated() {
        let segment = try await get("stream/\(place)")
        #expect(segment.status == 200 && segment.headers["content-encoding"] == nil)
        let bytes = try await stream.segment(index, for: "")
        #expect(Array(segment.body) == bytes)
      }
    }
  }

  @Test func eachPlayerGetsANameOfItsOwn() async throws {
    try await Visit.to(Self.small) { get, _ in
      let texts = try await (get("stream/playlist.m3u8").text, get("stream/playlist.m3u8").text)
      #expect(texts.0 != texts.1)
    }
  }

  @Test func partsAreServedAsTheStandardSays() async throws {
    try await Visit.to(Self.small) { get, _ in
      let whole = try await get("stream/0.m4s")
      let part = try await get("stream/0.m4s", ["Range": "bytes=10-19"])
      #expect(part.status == 206 && part.body == whole.body[10..<20])
      #expect(part.headers["content-range"] == "bytes 10-19/\(whole.body.count)")
      let end = try await get("stream/0.m4s", ["Range": "bytes=-5"])
      #expect(end.status == 206 && end.body == whole.body.suffix(5))
      let beyond = try await get("stream/0.m4s", ["Range": "bytes=\(whole.body.count)-"])
      #expect(beyond.status == 416 && beyond.headers["content-range"] == "bytes */\(whole.body.count)")
      let other = try await get("stream/0.m4s", ["Range": "bytes=0-1", "If-Range": "\"other\""])
      #expect(other.status == 200 && other.body == whole.body)
      let head = try await get("stream/0.m4s", method: "HEAD")
      #expect(head.status == 200 && head.body.isEmpty)
      #expect(head.headers["content-length"] == "\(whole.body.count)")
    }
  }

  @Test func whoHasASegmentIsToldSoWithoutItsBeingDrawn() async throws {
    try await Visit.to(Self.small) { get, stream in
      let tag = "\"\(try await stream.tag(of: 2))\""
      let answer = try await get("stream/2.m4s", ["If-None-Match": "\"x\", W/\(tag)"])
      #expect(answer.status == 304 && answer.body.isEmpty && answer.headers["etag"] == tag)
      #expect(await stream.states() == [.absent, .absent, .absent])
    }
  }

  @Test(arguments: [
    "nothing", "stream/3.m4s", "stream/-1.m4s", "stream/99999999999999999999.m4s", "stream/.m4s", "stream/0.m4s/",
    "stream/..%2f..%2fetc/passwd", "stream/%00.m4s",
    "stream/٣.m4s".addingPercentEncoding(withAllowedCharacters: .alphanumerics)!,
  ])
  func whatIsNotThereIsMissedInWords(path: String) async throws {
    try await Visit.to(Self.small) { get, _ in
      let answer = try await get(path)
      #expect(answer.status == 404 && answer.text.contains("there is no"))
    }
  }

  @Test func onlyReadingIsAllowedAndOnlyByTheMachinesOwnName() async throws {
    try await Visit.to(Self.small) { get, _ in
      let post = try await get("", method: "POST")
      #expect(post.status == 405 && post.headers["allow"] == "GET, HEAD")
      for name in ["evil.example", "127.0.0.1.evil.example:80"] {
        let stranger = try await get("", ["Host": name])
        #expect(stranger.status == 421)
      }
      let own = try await get("", ["Host": "localhost:1"])
      #expect(own.status == 200)
    }
  }

  @Test func thePageIsItsOwnAndNothingElseRunsInIt() async throws {
    try await Visit.to(Self.small) { get, _ in
      for (path, type) in [("", "text/html"), ("player.js", "text/javascript"), ("player.css", "text/css")] {
        let part = try await get(path)
        #expect(part.status == 200 && part.headers["content-type"]?.hasPrefix(type) == true)
        #expect(part.headers["content-security-policy"]?.contains("default-src 'none'; script-src 'self'") == true)
        #expect(part.headers["access-control-allow-origin"] == nil)
        #expect(!part.text.contains("://"), "\(path) names another place")
      }
      let status = try JSONDecoder().decode(StreamStatus.self, from: try await get("stream/status.json").body)
      #expect(status.name == "test <&\".lua" && status.states == "aaa" && status.width == 128)
    }
  }

  @Test func aClosedConnectionStopsADrawingThatNobodyElseWants() async throws {
    var options = RenderOptions()
    options.preset = "placebo"
    let large = "return gradient(\"tomato\", \"gold\"):rotate { [0] = 0, [40] = 90 }:lasting(40)"
    try await Visit.to(large, options: options) { get, stream in
      let viewer = Task { try await get("stream/10.m4s?viewer=1") }
      while await stream.states()[10] != .drawing { try await Task.sleep(for: .milliseconds(1)) }
      viewer.cancel()
      while await stream.states().contains(.drawing) { try await Task.sleep(for: .milliseconds(1)) }
      #expect(await stream.states()[10] == .absent)
    }
  }

  @Test func aPortInUseIsTheMachinesFailure() async throws {
    try await Visit.to(Self.small) { get, stream in
      let port = try #require(URL(string: get.address)?.port)
      let other = StreamServer(name: "", stream: stream, host: "127.0.0.1", port: port)
      let error = await #expect(throws: RepriseError.self) { try await other.run { _ in } }
      #expect(error?.kind == .machine && error?.remedy?.contains("--port") == true)
    }
  }
}
