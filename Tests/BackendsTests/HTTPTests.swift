import Foundation
import Loopback
import Testing

@testable import Backends

/// The client against a server that misbehaves.
@Suite struct HTTPTests {
  /// Patient, for the machine may be busy.
  private let client = HTTPClient(limits: HTTPLimits(silence: .seconds(10), whole: .seconds(20), byteCount: 1 << 20))
  private let hasty = HTTPClient(limits: HTTPLimits(connecting: .seconds(1), silence: .milliseconds(200)))

  private func get(
    _ server: LoopbackServer, _ path: [String] = [], into file: String? = nil, by client: HTTPClient? = nil
  ) throws(BackendError) -> HTTPResponse {
    defer { server.stop() }
    let address = try WebAddress("http://127.0.0.1:\(server.port)").appending(path)
    return try (client ?? self.client).send(HTTPRequest(.get, address), into: file)
  }

  private func error(_ answer: Answer, by client: HTTPClient? = nil) -> BackendError? {
    #expect(throws: BackendError.self) { try get(LoopbackServer { _ in answer }, by: client) }
  }

  @Test func whatIsAskedArrivesAndWhatIsAnsweredComesBack() throws {
    let server = LoopbackServer { .json(#"{"path":"\#($0.path)"}"#, ["X-Said: this: that"]) }
    let response = try get(server, ["a b", "..", "ü"])
    #expect(response.status == 200 && response.type == "application/json" && response["X-SAID"] == "this: that")
    #expect(String(decoding: response.body, as: UTF8.self) == #"{"path":"/a%20b/%2E%2E/%C3%BC"}"#)
    let question = try #require(server.questions.first)
    #expect(question.method == "GET" && question.fields["authorization"] == nil && question.fields["cookie"] == nil)
    #expect(question.fields["host"] == "127.0.0.1:\(server.port)")
  }

  @Test func bodiesGoOutWholeAlsoLargeOnes() throws {
    let server = LoopbackServer { .json("\($0.body.count)") }
    defer { server.stop() }
    for count in [0, 1, 3 << 20] {
      let body = HTTPRequest.Body.bytes([UInt8](repeating: 7, count: count), type: "audio/x")
      let response = try client.send(HTTPRequest(.post, server.address, body: body))
      #expect(String(decoding: response.body, as: UTF8.self) == "\(count)")
    }
    #expect(server.questions.allSatisfy { $0.method == "POST" && $0.fields["content-type"] == "audio/x" })
  }

  @Test func aFormHasValuesBytesAndFiles() throws {
    let path = NSTemporaryDirectory() + "form-\(UUID())"
    try Data([1, 2, 3]).write(to: URL(filePath: path))
    let server = LoopbackServer { _ in .json("1") }
    defer { server.stop() }
    let form = HTTPRequest.Body.form([
      .init("prompt", .text("a \"cat\"\r\n--x")),
      .init("picture", .bytes([0, 255, 10], fileName: "p.png", type: "image/png")),
      .init("clip", .file(path: path, fileName: "c.mp4", type: "video/mp4")),
    ])
    _ = try client.send(HTTPRequest(.post, server.address, body: form))
    let parts = try #require(server.questions.first).form
    #expect(parts == ["prompt": Array("a \"cat\"\r\n--x".utf8), "picture": [0, 255, 10], "clip": [1, 2, 3]])
    let missing = HTTPRequest.Body.form([.init("a", .file(path: "/no/such", fileName: "a", type: "a/b"))])
    let error = #expect(throws: BackendError.self) {
      try client.send(HTTPRequest(.post, server.address, body: missing))
    }
    #expect(error == .file(path: "/no/such", problem: "it cannot be read") && server.questions.count == 1)
  }

  @Test func statusesAreAnswersAndTheirRetryAfterIsRead() throws {
    let answer = Answer.json(#"{"error":{"message":"slow down"}}"#, status: 429, ["Retry-After: 7"])
    let response = try get(LoopbackServer { _ in answer })
    #expect(response.status == 429 && response.retryAfter == .seconds(7))
  }

  @Test(arguments: [
    ("120", 120), ("0", 0), ("-5", 0), ("1e99", 86_400), ("Sun, 06 Nov 1994 08:49:47 GMT", 10),
    ("Sunday, 06-Nov-94 08:49:47 GMT", 10), ("Sun Nov  6 08:49:47 1994", 10), ("Sat, 05 Nov 1994 08:49:47 GMT", 0),
  ])
  func secondsAndAllDatesOfTheStandardAreUnderstood(text: String, seconds: Int) {
    // 784 111 777 is the date of RFC 9110, section 5.6.7, as a number.
    #expect(HTTPResponse.wait(text, now: 784_111_777) == .seconds(seconds))
  }

  @Test(arguments: ["soon", "", "nan", "inf"])
  func whatIsNoTimeIsNone(text: String) { #expect(HTTPResponse.wait(text, now: 0) == nil) }

  @Test func aServerThatHangsIsLeft() {
    guard case .timedOut(.silence, "127.0.0.1", _) = error([.hang], by: hasty) else { return #expect(Bool(false)) }
  }

  @Test func aSlowDripEndsWithTheWholeTime() {
    let head = Answer.raw("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    let client = HTTPClient(limits: HTTPLimits(silence: .seconds(10), whole: .seconds(1)))
    let drip = (0..<100).flatMap { _ in [LoopbackServer.Step.send([65]), .wait(.milliseconds(100))] }
    guard case .timedOut(.whole, _, .seconds(1)) = error(head + drip, by: client) else { return #expect(Bool(false)) }
  }

  @Test func headersThatNeverEndAreTooLarge() {
    let lines = [LoopbackServer.Step](
      repeating: .send(Array("X-A: \(String(repeating: "a", count: 900))\r\n".utf8)), count: 5000)
    #expect(
      error(.raw("HTTP/1.1 200 OK\r\n") + lines)
        == .tooLarge(what: "what stands before the answer's body", limit: 65536))
  }

  @Test func aHugeBodyIsTooLargeWhetherItSaysSoOrNot() {
    let chunk = [UInt8](repeating: 1, count: 1 << 18)
    let whole = [LoopbackServer.Step](repeating: .send(chunk), count: 40)
    for head in ["Content-Length: 10485760\r\n", ""] {
      #expect(error(.raw("HTTP/1.1 200 OK\r\n\(head)\r\n") + whole) == .tooLarge(what: "the answer", limit: 1 << 20))
    }
  }

  @Test func anEndlessComplaintIsReadInPart() throws {
    let more = [LoopbackServer.Step](repeating: .send([UInt8](repeating: 66, count: 1 << 16)), count: 64)
    let response = try get(LoopbackServer { _ in .raw("HTTP/1.1 500 Oh\r\n\r\n") + more })
    #expect(response.status == 500 && response.body.count == HTTPLimits.complaintBytes)
  }

  @Test(arguments: [
    Answer.raw("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc"), .raw("HTTP/1.1 200 OK\r\nConte"), [], [.reset],
    .chunked([[1, 2]], type: "a/b", isWhole: false), .raw("SSH-2.0-OpenSSH\r\n"),
    .raw("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n"),
    .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n"),
  ])
  func whatIsCutOrGarbledIsABrokenConnection(answer: Answer) {
    guard case .interrupted("127.0.0.1", _) = error(answer) else { return #expect(Bool(false), "\(answer)") }
  }

  @Test func chunksAreJoined() throws {
    let response = try get(LoopbackServer { _ in .chunked([[1, 2], [3]], type: "audio/wav") })
    #expect(response.body == [1, 2, 3])
  }

  @Test func whereNobodyListensNothingWasAsked() throws {
    let server = LoopbackServer { _ in [] }
    server.stop()
    usleep(50_000)
    let error = #expect(throws: BackendError.self) { try client.send(HTTPRequest(.get, server.address)) }
    guard case .unreachable = error else { return #expect(Bool(false)) }
    #expect(error?.mayHaveBeenDone == false && error?.isPassing == true)
  }

  @Test func anotherProtocolThanTheWebsIsNoAddress() {
    for text in [
      "ftp://a/b", "file:///etc/passwd", "a/b", "", "http://", "http://u:p@h/", "http://a b/", "gopher://x",
      "http://h:99999/",
    ] {
      let error = #expect(throws: BackendError.self) { try WebAddress(text) }
      #expect(error?.description.contains("u:p") == false)
    }
  }

  @Test func whoCannotGreetByTLSIsNotReached() throws {
    let server = LoopbackServer { _ in .json("1") }
    defer { server.stop() }
    let address = try WebAddress("https://127.0.0.1:\(server.port)/")
    let error = #expect(throws: BackendError.self) { try hasty.send(HTTPRequest(.post, address)) }
    #expect(error?.mayHaveBeenDone == false, "\(String(describing: error))")
  }

  @Test func anAddressKeepsItsQueryAndShowsNone() throws {
    let address = try WebAddress("https://Example.com:8443/base/?version=1#part").appending(
      ["a b"], query: [("c", "&")])
    #expect(address.text == "https://example.com:8443/base/a%20b?version=1&c=%26")
    #expect("\(address)" == "https://example.com:8443/base/a%20b")
  }
}
