import Foundation
import Graph
import Loopback
import Media
import Takes
import Testing

@testable import Backends

/// What makes videos, as what takes are bought of.
@Suite struct VideoBackendTests {
  private static let picture = Digest(of: "picture".utf8)

  private func backend(_ offer: VideoOffer = .vllmOmni, at address: String = "http://127.0.0.1:1") throws
    -> VideoBackend
  {
    let path = NSTemporaryDirectory() + "material-\(UUID()).png"
    try Data([0x89, 0x50, 0x4E, 0x47]).write(to: URL(filePath: path))
    let videos = VideosServer(Server(try WebAddress(address)), model: "wan", offer: offer)
    return VideoBackend("films", model: "wan", videos, tariff: try Tariff([.second(#require(Money("0.10 USD")))])) {
      guard $0 == Self.picture else { throw CocoaError(.fileNoSuchFile) }
      return try VideoOrder.Material(at: path)
    }
  }

  private func request(
    _ parameters: [String: CanonicalJSON] = [:], model: String = "wan", with inputs: [Request.Input] = []
  ) throws -> Request {
    try Request(
      .video, backend: "films", model: model,
      parameters: ["prompt": CanonicalJSON.string("a tide")].merging(parameters) { $1 }, inputs: inputs)
  }

  @Test func aRequestBecomesTheOrderThatItSays() throws {
    let request = try request(
      ["size": .string("640x368"), "seconds": .number(4), "seed": .number(7), "fps": .number(16)],
      with: [.init(role: "reference", object: Self.picture), .init(role: "depth", object: Self.picture)])
    let material = VideoOrder.Material(path: "/a", type: "image/png")
    let order = try VideoOrder(request) { _ in material }
    var wanted = VideoOrder(
      "a tide", size: Size(width: 640, height: 368), seconds: 4, seed: 7, settings: ["fps": .number(16)])
    (wanted.reference, wanted.controls) = (material, ["depth": material])
    #expect(order == wanted)
    let backend = try backend()
    try backend.check(request)
    #expect(try backend.price(of: request).description == "0.40 USD")
  }

  @Test func whatCannotBeHadIsAnErrorBeforeItIsAsked() throws {
    let reference = Request.Input(role: "reference", object: Self.picture)
    let wrong: [(VideoOffer, Request, String)] = [
      (.sora, try request(["seconds": .number(5)]), "films: seconds: is 5; wanted 4, 8 or 12"),
      (
        .sora, try request(["seed": .number(5)]),
        "films: seed: is no parameter that it has; wanted prompt, seconds or size; leave it out, or ask another back end"
      ),
      (
        .sora, try request(["size": .string("640x368")]),
        "films: size: is \"640x368\"; wanted 720x1280, 1280x720, 1024x1792 or 1792x1024"
      ),
      (
        .vllmOmni, try request(["size": .string("x")]),
        "films: size: is \"x\"; wanted a size like 1280x720, sides from 16 to 4096, multiples of 16"
      ),
      (
        .vllmOmni, try request(["prompt": .string(" ")]),
        "films: the prompt \"\" cannot be had from this back end; say what is to be seen"
      ),
      (.vllmOmni, try request(model: "sora"), "films: model: is sora; wanted wan"),
      (
        .vllmOmni, try request(with: [reference, reference]),
        "films: reference: 2 of them came; wanted at most 1 as blur, 1 as depth, 1 as edge, 1 as reference, 1 as seg or 1 as wsm; leave them out, or ask another back end"
      ),
      (
        .vllmOmni,
        try request(with: [.init(role: "depth", object: Self.picture), .init(role: "edge", object: Self.picture)]),
        "films: controls depth, edge cannot be had from this back end; use at most 1 at once"
      ),
    ]
    for (offer, request, words) in wrong {
      let error = #expect(throws: TakeError.self) { try backend(offer).check(request) }
      #expect(error?.code == .unable && error?.description == words, "\(String(describing: error))")
    }
    let lost = try request(with: [.init(role: "reference", object: Digest(of: [1]))])
    #expect(throws: TakeError.self) { try backend().check(lost) }
  }

  @Test(arguments: [
    (BackendError.status(429, message: "m", retryAfter: .seconds(7)), Fault.busy(after: .seconds(7))),
    (.status(503, message: "m", retryAfter: nil), .busy(after: nil)),
    (.status(500, message: "m", retryAfter: nil), .lost("the server answered 500: m")),
    (.status(401, message: "m", retryAfter: nil), .rejected("the server answered 401: m")),
    (.unreachable(host: "h", problem: "p"), .unreachable("h cannot be reached: p")),
    (.interrupted(host: "h", problem: "p"), .lost("the connection with h broke off: p")),
    (
      .timedOut(.connecting, host: "h", after: .seconds(1)),
      .unreachable("h gave no connection within 1 s; ask for less, or allow more time")
    ),
    (
      .timedOut(.silence, host: "h", after: .seconds(1)),
      .lost("h was silent for 1 s; ask for less, or allow more time")
    ),
    (.nonsense(place: "p", problem: "q"), .spoilt("the answer to p is not what it should be: q")),
    (.refused(reason: "r"), .refused("r")), (.expired, .unknown), (.cancelled, .lost("cancelled")),
    (.unsupported(parameter: "p", value: "v", wanted: "w"), .rejected("p v cannot be had from this back end; w")),
    (.file(path: "p", problem: "q"), .rejected("p: q")),
  ])
  func anErrorTellsWhatMayHaveBeenBought(error: BackendError, fault: Fault) { #expect(Fault(error) == fault) }

  @Test func everyStateIsReported() throws {
    let states: [(Job.State, Report.Standing)] = [
      (.queued(place: 2), .queued(place: 2)), (.running(progress: 0.5), .running(progress: 0.5)),
      (.failed(reason: "f"), .failed("f")), (.refused(reason: "r"), .refused("r")), (.expired, .expired),
      (.cancelled, .cancelled),
      (.done(until: 5), .done(Receipt(model: "wan", provenance: ["prompt": "a tide at dusk"]))),
    ]
    for (state, standing) in states {
      let job = Job("a", state, askAgain: .seconds(3), model: "wan", prompt: "a tide at dusk")
      #expect(Report(job) == Report(standing, again: .seconds(3)))
    }
  }

  /// Cancelling would have the server forget it, and it is paid.
  @Test func whatIsDoneIsNotCancelled() throws {
    let server = LoopbackServer { _ in .json(#"{"id":"a","status":"completed"}"#) }
    defer { server.stop() }
    let backend = try backend(at: "http://127.0.0.1:\(server.port)")
    #expect(throws: Fault.rejected("it is done")) {
      try backend.cancel(#require(JobID("a")), Call(patience: .seconds(10), stop: Stop()))
    }
    #expect(server.questions.map(\.method) == ["GET"])
  }

  @Test func aCallTakesNoLongerThanItsPatience() throws {
    let server = LoopbackServer { _ in [.hang] }
    defer { server.stop() }
    let backend = try backend(at: "http://127.0.0.1:\(server.port)")
    let fault = #expect(throws: Fault.self) {
      try backend.poll(#require(JobID("a")), Call(patience: .milliseconds(100), stop: Stop()))
    }
    guard case .lost? = fault else { return #expect(Bool(false), "\(String(describing: fault))") }
  }

  @Test func aProgramIsFoundByItsKeyAndMadeOnce() throws {
    let folder = NSTemporaryDirectory() + "program-backend-\(UUID())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(VideosServerTests.movie).write(to: URL(filePath: folder + "/movie"))
    let script = #"out=$(cat | sed 's/.*"output":"\([^"]*\)".*/\1/'); cp \#(folder)/movie "$out""#
    let program = VideoProgram(["sh", "-c", script], folder: folder, offer: VideoOffer())
    let backend = VideoBackend("own", model: "own", program) { _ in throw CocoaError(.fileNoSuchFile) }
    let request = try Request(.video, backend: "own", model: "own", parameters: ["prompt": .string("a")])
    let (key, call) = (
      try #require(Ticket.ID(String(repeating: "0a", count: 16))), Call(patience: .seconds(9), stop: Stop())
    )
    let job = try backend.submit(request, key: key, call)
    #expect(try backend.submit(request, key: key, call) == job)
    while case .running = try backend.poll(job, call).standing { usleep(10_000) }
    #expect(try backend.find(key, call) == job)
    #expect(try backend.fetch(job, into: folder + "/new", call).type == "video/mp4")
    #expect(backend.capabilities.recall == .key(lasting: .seconds(1_000_000_000)))
  }
}
