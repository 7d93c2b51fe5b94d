import Foundation
import Graph
import Loopback
import Media
import Testing

@testable import Backends

/// `/v1/videos`, as OpenAI and vLLM-Omni document it.
@Suite struct VideosServerTests {
  static let movie = Array("\0\0\0\u{18}ftypmp42 and so on".utf8)
  private let folder = NSTemporaryDirectory() + "videos-\(UUID())"

  init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

  private func material(_ name: String, _ type: String) throws -> VideoOrder.Material {
    try Data(name.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
    return .init(path: "\(folder)/\(name)", type: type)
  }

  private func asking<T>(
    _ answer: Answer, offer: VideoOffer = .vllmOmni, _ body: (VideosServer) throws -> T
  ) throws -> (T, Question) {
    let server = LoopbackServer { _ in answer }
    defer { server.stop() }
    let client = HTTPClient(limits: HTTPLimits(silence: .seconds(10)))
    let result = try body(VideosServer(Server(server.address, client: client), model: "wan", offer: offer))
    return (result, try #require(server.questions.first))
  }

  private func polled(_ text: String, _ fields: [String] = []) throws -> Job {
    try asking(.json(text, fields)) { try $0.poll("video_1") }.0
  }

  @Test func anOrderIsTheFormThatIsDocumented() throws {
    var order = VideoOrder("a lake at sunrise", size: Size(width: 1280, height: 720), seconds: 5, seed: 42)
    order.reference = try material("first.png", "image/png")
    order.controls = ["depth": try material("depth.mp4", "video/mp4")]
    order.settings = [
      "negative_prompt": .string("blur"), "fps": .number(16), "generate_sound": .boolean(true),
      "extra_params": .object(["depth": .object(["control_weight": .number(0.5)])]),
    ]
    let (job, question) = try asking(.json(#"{"id":"video-123","status":"queued","created_at":1701234567}"#)) {
      try $0.submit(order, key: "ticket-1")
    }
    #expect(job == Job("video-123", .queued(place: nil), created: 1_701_234_567))
    #expect(question.method == "POST" && question.path == "/v1/videos")
    #expect(question.fields["idempotency-key"] == "ticket-1")
    let form = question.form.mapValues { String(decoding: $0, as: UTF8.self) }
    #expect(
      form == [
        "prompt": "a lake at sunrise", "model": "wan", "seconds": "5", "size": "1280x720", "seed": "42",
        "negative_prompt": "blur", "fps": "16", "generate_sound": "true",
        "extra_params": #"{"depth":{"control_weight":0.5}}"#, "input_reference": "first.png",
        "control_reference": "depth.mp4", "control_type": "depth",
      ])
    #expect(!question.text.contains(folder), "paths of this machine stay here")
    #expect(question.text.contains(#"filename="input_reference.png""#))
  }

  @Test(arguments: [
    (#"{"id":"a","status":"queued","progress":0}"#, Job.State.queued(place: nil)),
    (#"{"id":"a","status":"in_progress","progress":33}"#, .running(progress: 0.33)),
    (#"{"id":"a","status":"in_progress","progress":-1e9}"#, .running(progress: 0)),
    (#"{"id":"a","status":"in_progress"}"#, .running(progress: nil)),
    (#"{"id":"a","status":"completed","expires_at":9999999999}"#, .done(until: 9_999_999_999)),
    (#"{"id":"a","status":"completed","expires_at":null}"#, .done(until: nil)),
    (#"{"id":"a","status":"completed","expires_at":1e300}"#, .done(until: nil)),
    (#"{"id":"a","status":"completed","expires_at":1000}"#, .expired),
    (
      #"{"id":"a","status":"failed","error":{"code":"server_error","message":"No memory"}}"#,
      .failed(reason: "No memory")
    ),
    (#"{"id":"a","status":"failed","error":null}"#, .failed(reason: "it does not say why")),
    (#"{"id":"a","status":"failed","error":{"code":"moderation_blocked","message":"No."}}"#, .refused(reason: "No.")),
    (#"{"id":"a","status":"cancelled"}"#, .cancelled),
  ])
  func everyStateIsUnderstood(text: String, state: Job.State) throws { #expect(try polled(text).state == state) }

  @Test func theServerSetsThePace() throws {
    let text = #"{"id":"a","status":"queued"}"#
    #expect(try polled(text, ["openai-poll-after-ms: 1500"]).askAgain == .milliseconds(1500))
    #expect(try polled(text, ["Retry-After: 5"]).askAgain == .seconds(5))
    #expect(try polled(text).askAgain == nil)
  }

  @Test(arguments: [
    "", "[]", "{}", #"{"id":"","status":"queued"}"#, #"{"id":"a\u0000","status":"queued"}"#,
    #"{"id":"a","status":"dancing"}"#, #"{"id":7,"status":"queued"}"#, "<html>", String(repeating: "[", count: 100_000),
  ])
  func whatIsNoJobIsAnError(text: String) {
    let error = #expect(throws: BackendError.self) { try polled(text) }
    guard case .nonsense = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }

  @Test(arguments: ["video_1", "..", "a/b?c#d e", "é"])
  func aNameIsOnePartOfThePath(id: String) throws {
    let (_, question) = try asking(.json(#"{"id":"a","status":"queued"}"#)) { try $0.poll(id) }
    #expect(question.path.split(separator: "/").count == 3 && question.query.isEmpty)
    #expect(question.path.removingPercentEncoding == "/v1/videos/\(id)")
  }

  @Test func whatIsGoneIsExpiredAndCancellingItIsNoError() throws {
    let gone = Answer.json(#"{"error":{"message":"Not found"}}"#, status: 404)
    #expect(throws: BackendError.expired) { try asking(gone) { try $0.poll("a") } }
    let (_, question) = try asking(gone) { try $0.cancel("a") }
    #expect(question.method == "DELETE" && question.path == "/v1/videos/a")
    let error = #expect(throws: BackendError.self) { try asking(gone) { try $0.fetch("a", into: folder + "/v") } }
    #expect(error == .expired)
  }

  @Test func aVideoComesWholeOrNotAtAll() throws {
    let path = folder + "/out.mp4"
    let (file, question) = try asking(.answer(body: Self.movie, type: "video/mp4")) {
      try $0.fetch("a", into: path)
    }
    #expect(
      file.byteCount == Self.movie.count && file.type == "video/mp4" && question.path == "/v1/videos/a/content")
    #expect(try [UInt8](Data(contentsOf: URL(filePath: path))) == Self.movie)
    try FileManager.default.removeItem(atPath: path)
    for answer in [
      Answer.raw("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\nContent-Length: 999\r\n\r\n") + [.send(Self.movie)],
      [.reset],
      .answer(body: Self.movie, type: "application/json"), .answer(body: Array("<html>".utf8), type: "video/mp4"),
      .answer(body: [], type: "video/mp4"), .json("{}", status: 500),
      .chunked([Self.movie], type: "video/mp4", isWhole: false),
    ] {
      #expect(throws: BackendError.self) { try asking(answer) { try $0.fetch("a", into: path) } }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func aRefusalAtOnceIsARefusal() {
    let answer = Answer.json(#"{"error":{"code":"moderation_blocked","message":"Not this."}}"#, status: 400)
    let error = #expect(throws: BackendError.self) { try asking(answer) { try $0.submit(VideoOrder("x"), key: "k") } }
    #expect(error == .refused(reason: "Not this."))
  }

  @Test func theListShowsWhatThereIs() throws {
    let text = #"{"object":"list","data":[{"id":"b","status":"queued","prompt":"p"},{"id":"a","status":"completed"}]}"#
    let (jobs, question) = try asking(.json(text)) { try $0.jobs() }
    #expect(jobs.map(\.id) == ["b", "a"] && jobs[0].prompt == "p" && question.query == "limit=100&order=desc")
  }

  @Test func whatTheOfferDoesNotHaveIsNeverAsked() throws {
    let server = LoopbackServer { _ in [] }
    defer { server.stop() }
    let videos = VideosServer(Server(try server.address), model: nil, offer: .sora)
    var orders = [VideoOrder(" "), VideoOrder(String(repeating: "a", count: 40_000)), VideoOrder("a", seed: 1)]
    orders += [
      VideoOrder("a", size: Size(width: 640, height: 360)), VideoOrder("a", seconds: 5), VideoOrder("a", seconds: .min),
    ]
    orders += [VideoOrder("a", controls: ["depth": try material("d", "video/mp4")])]
    orders += [
      VideoOrder("a", reference: try material("v", "video/mp4")), VideoOrder("a", settings: ["fps": .number(1)]),
    ]
    orders += [VideoOrder("a", reference: .init(path: "/no/such", type: "image/png"))]
    for number in [Double.nan, .infinity] {
      let settings = ["fps": CanonicalJSON.array([.number(number)])]
      #expect(throws: BackendError.self) { try VideoOffer.vllmOmni.check(VideoOrder("a", settings: settings)) }
    }
    let lines = try material("l", "video/mp4\r\nX: y")
    #expect(throws: BackendError.self) { try VideoOffer.vllmOmni.check(VideoOrder("a", controls: ["depth": lines])) }
    #expect(throws: BackendError.self) { try videos.submit(VideoOrder("a"), key: "k\r\nX: y") }
    for order in orders {
      let error = #expect(throws: BackendError.self) { try videos.submit(order, key: "k") }
      #expect(error?.mayHaveBeenDone == false, "\(String(describing: error))")
    }
    #expect(server.questions.isEmpty)
    let error = #expect(throws: BackendError.self) { try VideoOffer.sora.check(VideoOrder("a", seconds: 5)) }
    #expect(error?.description == "seconds 5 cannot be had from this back end; use 4, 8, 12")
  }

  @Test func aServerThatIsStartedAnewIsAskedOn() throws {
    let first = LoopbackServer { _ in .json(#"{"id":"a","status":"queued"}"#) }
    let videos = VideosServer(Server(try first.address), model: nil, offer: .vllmOmni)
    let id = try videos.submit(VideoOrder("a"), key: "k").id
    first.stop()
    usleep(50_000)
    let error = #expect(throws: BackendError.self) { try videos.poll(id) }
    #expect(error?.isPassing == true && error?.mayHaveBeenDone == false)
    let second = LoopbackServer(port: first.port) { _ in .json(#"{"id":"a","status":"completed"}"#) }
    defer { second.stop() }
    #expect(try videos.poll(id).state == .done(until: nil))
  }
}
