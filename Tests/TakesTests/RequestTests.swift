import Claims
import Graph
import Testing

@testable import Takes

private let can = Capabilities(
  [.video], models: .words(["tide-2"]),
  parameters: [
    "prompt": .text(atMost: 100), "seconds": .numbers([4, 8, 12]), "size": .size(64...1920, multipleOf: 8),
    "seed": .whole(0...9), "loop": .flag, "strength": .number(0...1), "extra": .anything,
  ],
  needed: ["prompt"], inputs: ["reference": 1])

@Suite struct RequestTests {
  @Test func theDigestIsThatOfTheCanonicalText() throws {
    let request = try Request(
      .sceneText, backend: "b", model: "m", parameters: ["z": .number(1), "a": .boolean(true)],
      inputs: [.init(role: "reference", object: Digest(of: []))])
    let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    let text = """
      {"backend":"b","format":"reprise-request/1","inputs":[{"object":"sha256:\(empty)","role":"reference"}],\
      "kind":"scene text","model":"m","parameters":{"a":true,"z":1}}
      """
    #expect(request.json.text == text)
    #expect(request.digest == Digest(of: text.utf8))
  }

  @Test func everythingInARequestCounts() throws {
    let same = try Request.film()
    let others = try [
      Request.film("a tide "), .film(seconds: 8.5), .film(backend: "other"),
      Request(.image, backend: "films", model: "tide-2", parameters: same.parameters),
      Request(.video, backend: "films", model: "tide-3", parameters: same.parameters),
      Request(
        .video, backend: "films", model: "tide-2", parameters: same.parameters,
        inputs: [.init(role: "reference", object: Digest(of: [1]))]),
    ]
    #expect(Set(others.map(\.digest) + [same.digest]).count == 7)
    #expect(try Request.film().digest == same.digest)
  }

  @Test func whatCannotBeWrittenIsRefused() throws {
    for value in [CanonicalJSON.number(.nan), .array([.number(.infinity)]), deep(40)] {
      #expect(throws: TakeError.self) { try Request(.video, backend: "b", model: "m", parameters: ["a": value]) }
    }
    #expect(throws: TakeError.self) { try Request(.video, backend: "", model: "m", parameters: [:]) }
    #expect(throws: TakeError.self) { try Request(.video, backend: "b", model: "m\n", parameters: [:]) }
    let long = CanonicalJSON.string(String(repeating: "x", count: 300_000))
    #expect(throws: TakeError.self) { try Request(.video, backend: "b", model: "m", parameters: ["a": long]) }
  }

  private func deep(_ depth: Int) -> CanonicalJSON { depth == 0 ? .null : .array([deep(depth - 1)]) }
}

@Suite struct CapabilityTests {
  @Test func whatItCanIsAccepted() throws {
    try can.check(.film())
    try can.check(
      request([
        "prompt": .string("p"), "seed": .number(9), "loop": .boolean(false), "strength": .number(0.5), "extra": .null,
      ]))
  }

  @Test(arguments: [
    ("seconds", CanonicalJSON.number(30), "films: seconds: is 30; wanted 4, 8 or 12"),
    (
      "size", .string("1280x721"),
      "films: size: is \"1280x721\"; wanted a size like 1280x720, sides from 64 to 1920, multiples of 8"
    ),
    (
      "size", .string("-64x64"),
      "films: size: is \"-64x64\"; wanted a size like 1280x720, sides from 64 to 1920, multiples of 8"
    ),
    ("seed", .number(1.5), "films: seed: is 1.5; wanted a whole number from 0 to 9"),
    ("loop", .string("yes"), "films: loop: is \"yes\"; wanted true or false"),
    ("strength", .number(1.01), "films: strength: is 1.01; wanted a number from 0 to 1"),
    ("prompt", .string(String(repeating: "é", count: 51)), ""),
    (
      "voice", .string("x"),
      "films: voice: is no parameter that it has; wanted extra, loop, prompt, seconds, seed, size or strength; leave it out, or ask another back end"
    ),
  ])
  func whatItCannotIsAnErrorBeforeItIsAsked(name: String, value: CanonicalJSON, told: String) throws {
    let error = #expect(throws: TakeError.self) {
      try can.check(request(["prompt": CanonicalJSON.string("p")].merging([name: value]) { $1 }))
    }
    #expect(error?.code == .unable)
    #expect(told.isEmpty || error?.description == told)
  }

  @Test func whatIsMissingOrTooManyIsAnError() throws {
    #expect(throws: TakeError(.unable, "films: prompt", "is missing", wanted: "a text of at most 100 bytes")) {
      try can.check(request([:]))
    }
    let pictures = (0..<2).map { Request.Input(role: "reference", object: Digest(of: [$0])) }
    let two = try Request(
      .video, backend: "films", model: "tide-2", parameters: ["prompt": .string("p")], inputs: pictures)
    #expect(throws: TakeError.self) { try can.check(two) }
    let image = try Request(.image, backend: "films", model: "tide-2", parameters: [:])
    #expect(throws: TakeError(.unable, "films", "does not make image", wanted: "video")) { try can.check(image) }
  }

  private func request(_ parameters: [String: CanonicalJSON]) throws -> Request {
    try Request(.video, backend: "films", model: "tide-2", parameters: parameters)
  }
}
