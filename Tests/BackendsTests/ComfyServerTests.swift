import Foundation
import Graph
import Loopback
import Media
import Testing

@testable import Backends

/// ComfyUI by queue, history and view.
@Suite struct ComfyServerTests {
  private static let file = """
    {"3": {"class_type": "KSampler", "inputs": {"seed": 5, "steps": 20, "positive": ["6", 0]}},
     "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "", "clip": ["4", 1]}, "_meta": {"title": "Prompt"}},
     "7": {"class_type": "Latent", "inputs": {"width": 512, "height": 512, "seed": 1}},
     "8": {"class_type": "LoadImage", "inputs": {"image": "a.png"}}}
    """
  private static let sockets = [
    "prompt": ["6.text"], "seed": ["3.seed", "7.seed"], "width": ["7.width"], "height": ["7.height"],
    "reference": ["8.image"],
    "steps": ["3.steps"],
  ]
  private static let success = """
    {"outputs": {"12": {"images": [{"filename": "p.png", "subfolder": "", "type": "temp"}, {"filename": "q.png", "type": "output"}]},
      "9": {"gifs": [{"filename": "a b.webm", "subfolder": "s&t", "type": "output"}], "text": ["x"]}},
     "status": {"status_str": "success", "completed": true, "messages": []}}
    """

  private func workflow(_ text: String = file, _ names: [String: [String]] = sockets) throws -> Workflow {
    try Workflow(Array(text.utf8), sockets: names.mapValues { $0.compactMap { Workflow.Socket($0) } })
  }

  private func with<T>(_ comfy: FakeComfy = FakeComfy(), _ body: (ComfyServer, LoopbackServer) throws -> T) throws -> T
  {
    let server = LoopbackServer { comfy.answer($0) }
    defer { server.stop() }
    let asked = Server(try server.address, client: HTTPClient(limits: HTTPLimits(silence: .seconds(10))))
    return try body(ComfyServer(asked, workflow()), server)
  }

  @Test func anOrderFillsThePlacesThatHaveItsNames() throws {
    let path = NSTemporaryDirectory() + "comfy-\(UUID()).png"
    try Data("picture".utf8).write(to: URL(filePath: path))
    try with { comfy, server in
      var order = VideoOrder("a \"cat\"", size: Size(width: 832, height: 480), seed: 1 << 52)
      order.reference = .init(path: path, type: "image/png")
      order.settings = ["steps": .number(4)]
      #expect(try comfy.submit(order, key: "ticket-1") == Job("id-1", .queued(place: nil)))
      let (upload, prompt) = (server.questions[0], server.questions[1])
      #expect(upload.path == "/upload/image" && upload.form["image"] == Array("picture".utf8))
      #expect(upload.form["type"] == Array("input".utf8) && upload.text.contains("ticket-1-reference.png"))
      #expect(prompt.path == "/prompt" && prompt.json?["client_id"]?.asText == "ticket-1")
      let nodes = try #require(prompt.json?["prompt"])
      #expect(nodes["6"]?["inputs"]?["text"]?.asText == "a \"cat\"" && nodes["6"]?["_meta"] != nil)
      #expect(nodes["8"]?["inputs"]?["image"]?.asText == "in/sent.png")
      #expect(nodes["3"]?["inputs"]?.text == #"{"positive":["6",0],"seed":4503599627370496,"steps":4}"#)
      #expect(nodes["7"]?["inputs"]?.text == #"{"height":480,"seed":4503599627370496,"width":832}"#)
    }
  }

  @Test func aJobIsFollowedFromTheQueueToTheFile() throws {
    let fake = FakeComfy()
    try with(fake) { comfy, server in
      let ids = try (1...3).map { try comfy.submit(VideoOrder("a"), key: "t-\($0)").id }
      #expect(try comfy.poll(ids[2]).state == .queued(place: 2))
      fake.begin()
      #expect(try comfy.poll(ids[0]).state == .running(progress: nil))
      #expect(try comfy.poll(ids[1]).state == .queued(place: 1))
      try fake.end(Self.success)
      #expect(try comfy.poll(ids[0]).state == .done(until: nil))
      let path = NSTemporaryDirectory() + "comfy-\(UUID())"
      let file = try comfy.fetch(ids[0], into: path)
      #expect(file.type == "video/webm" && file.byteCount == FakeComfy.movie.count)
      #expect(server.questions.last?.query == "filename=a%20b.webm&subfolder=s%26t&type=output")
      #expect(throws: BackendError.expired) { try comfy.poll("id-9") }
      #expect(throws: BackendError.expired) { try comfy.fetch("id-9", into: path) }
    }
  }

  @Test func aJobIsFoundAgainByItsKeyWhereverItIs() throws {
    let fake = FakeComfy()
    try with(fake) { comfy, _ in
      #expect(try comfy.find(key: "t-1") == nil)
      for number in 1...3 { _ = try comfy.submit(VideoOrder("a"), key: "t-\(number)") }
      fake.begin()
      try fake.end(Self.success)
      fake.begin()
      #expect(try comfy.find(key: "t-1") == Job("id-1", .done(until: nil)))
      #expect(try comfy.find(key: "t-2") == Job("id-2", .running(progress: nil)))
      #expect(try comfy.find(key: "t-3") == Job("id-3", .queued(place: 1)))
    }
  }

  @Test func cancellingTakesFromTheQueueOrInterrupts() throws {
    let fake = FakeComfy()
    try with(fake) { comfy, server in
      let ids = try (1...3).map { try comfy.submit(VideoOrder("a"), key: "t-\($0)").id }
      fake.begin()
      try comfy.cancel(ids[1])
      #expect(throws: BackendError.expired) { try comfy.poll(ids[1]) }
      #expect(try comfy.poll(ids[0]).state == .running(progress: nil))
      #expect(!server.questions.contains { $0.path == "/interrupt" })
      try comfy.cancel(ids[0])
      #expect(server.questions.last { $0.path == "/interrupt" }?.json?["prompt_id"]?.asText == ids[0])
      #expect(throws: BackendError.expired) { try comfy.poll(ids[0]) }
    }
  }

  @Test(arguments: [
    (
      #"{"outputs":{},"status":{"status_str":"error","messages":[["execution_error",{"node_id":"3","node_type":"KSampler","exception_message":"out of\nmemory"}]]}}"#,
      Job.State.failed(reason: "node 3 (KSampler): out of memory")
    ),
    (
      #"{"outputs":{},"status":{"status_str":"error","messages":[["execution_interrupted",{"node_id":"3"}]]}}"#,
      .cancelled
    ),
    (#"{"outputs":{},"status":{"status_str":"error","messages":[]}}"#, .failed(reason: "the server does not say why")),
    (
      #"{"outputs":{"1":{"text":["x"]}},"status":{"status_str":"success"}}"#,
      .failed(reason: "the workflow saved no video and no picture")
    ),
    (#"{"outputs":[7],"status":"?"}"#, .failed(reason: "the workflow saved no video and no picture")),
  ])
  func howItEndedIsTold(text: String, state: Job.State) throws {
    let fake = FakeComfy()
    try with(fake) { comfy, _ in
      let job = try comfy.submit(VideoOrder("a"), key: "t")
      fake.begin()
      try fake.end(text)
      #expect(try comfy.poll(job.id).state == state)
    }
  }

  @Test func whatTheServerFindsWrongWithTheWorkflowIsTold() throws {
    let errors =
      #""node_errors":{"3":{"class_type":"KSampler","dependent_outputs":["9"],"errors":[{"type":"value_not_in_list","message":"Value not in list","details":"sampler_name: 'x' not in ['euler']"}]}}"#
    let words = "node 3 (KSampler): Value not in list: sampler_name: 'x' not in ['euler']"
    let refused = FakeComfy {
      $0.path == "/prompt"
        ? .json(#"{"error":{"type":"prompt_outputs_failed_validation","message":"failed"},\#(errors)}"#, status: 400)
        : nil
    }
    let error = try with(refused) { comfy, _ in
      #expect(throws: BackendError.self) { try comfy.submit(VideoOrder("a"), key: "t") }
    }
    #expect(error == .status(400, message: words, retryAfter: nil))
    let half = FakeComfy { $0.path == "/prompt" ? .json(#"{"prompt_id":"p","number":1,\#(errors)}"#) : nil }
    try with(half) { comfy, server in
      #expect(throws: BackendError.failed(reason: words)) { try comfy.submit(VideoOrder("a"), key: "t") }
      #expect(server.questions.contains { $0.path == "/queue" && $0.json?["delete"]?.text == #"["p"]"# })
    }
  }

  @Test func aWorkflowIsCheckedBeforeAnythingIsAsked() {
    for (text, names, words) in [
      ("{}", [:], "no nodes"), ("[", [:], "byte 1"), (#"{"nodes":[]}"#, [:], "for programs"),
      (Self.file, ["prompt": ["66.text"]], "no node 66"),
      (Self.file, ["prompt": ["6.words"]], "the node has clip, text"),
      (Self.file, ["prompt": ["6.clip"]], #"comes from node "4""#),
      (#"{"1":{"class_type":"K","inputs":{"seed":18446744073709551615}}}"#, [:], "2⁵³ or more"),
    ] as [(String, [String: [String]], String)] {
      let error = #expect(throws: BackendError.self) { try workflow(text, names) }
      #expect(error?.description.contains(words) == true, "\(String(describing: error))")
    }
    let error = #expect(throws: BackendError.self) {
      try ComfyServer(Server(WebAddress("http://a/")), workflow(Self.file, ["seed": ["3.seed"]]))
    }
    #expect(error == .badWorkflow(problem: "prompt has no place in it; it has seed"))
  }

  @Test func namesAreReadFromAFile() throws {
    func named(_ text: String) throws(BackendError) -> [String] {
      try Workflow(Array(Self.file.utf8), names: Array(text.utf8)).names
    }
    #expect(try named(#"{"prompt":"6.text","seed":["3.seed","7.seed"]}"#) == ["prompt", "seed"])
    for text in ["", "[]", #"{"a":"6"}"#, #"{"a":[]}"#, #"{"a":7}"#, #"{"a":["6.text",7]}"#, #"{"a":["6.text",".x"]}"#]
    {
      #expect(throws: BackendError.self) { try named(text) }
    }
  }

  @Test func whatTheWorkflowHasNoNameForIsNeverAsked() throws {
    try with { comfy, server in
      #expect(throws: BackendError.self) { try comfy.submit(VideoOrder("a", seconds: 4), key: "t") }
      #expect(throws: BackendError.self) { try comfy.submit(VideoOrder("a", settings: ["cfg": .number(1)]), key: "t") }
      #expect(throws: BackendError.self) { try comfy.submit(VideoOrder("a", seed: .max), key: "t") }
      #expect(server.questions.isEmpty)
    }
  }
}
