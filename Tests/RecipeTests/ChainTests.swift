import Confinement
import Foundation
import Graph
import Media
import Recipe
import Testing
import Worker

private let modes: [Isolation] = [.inProcess, .standard]

/// A post, and remixes of it one upon the other, each with a caption of its own and an edit of the one before.
private func chain(of length: Int, moving: Bool = false) -> Archive {
  var archive = Archive()
  let motion = moving ? ":opacity(function(t) return t % 1 end)" : ""
  archive.publish("p0", "return video('a.mp4'):layer(text('0')\(motion):part 'caption', { to = 1 })")
  for n in 1..<max(length, 2) {
    archive.publish(
      "p\(n)",
      """
      local line = param.text { "line", default = "\(n)" }
      local old = remix("p\(n - 1)", { parts = { ["/caption"] = function(c) return c:at(0.5, 0.\(n)) end } })
      return old:layer(text(line)\(motion):part "caption", { from = \(n % 9), to = \(n % 9) + 1 })
      """)
  }
  return archive
}

private func last(of length: Int) -> String { "return remix 'p\(length - 1)'" }

/// A library whose every post remixes itself.
private struct Liar: Library {
  let source: String

  func asset(named name: String, _ kind: ParameterType.AssetKind) throws(RecipeError) -> Asset {
    throw RecipeError(.asset, "there is nothing")
  }

  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure { try Shelf().measure(text) }

  func post(named name: String) throws(RecipeError) -> ParentPost {
    ParentPost(
      id: Digest(of: name.utf8), name: name, title: name, author: nil, licence: "", isRemixable: true, source: source,
      parents: [Digest(of: name.utf8)], library: self)
  }
}

/// These start hundreds of workers, so they take turns.
@Suite(.serialized) struct ChainTests {
  @Test(arguments: modes) func aLongChainTakesTimeInProportion(mode: Isolation) throws {
    for length in mode == .inProcess ? [50, 100, 200, 400] : [25, 50, 100] {
      let archive = chain(of: length)
      let clock = ContinuousClock()
      let start = clock.now
      let graph = try run(last(of: length), in: archive, isolation: mode).graph
      print("\(length) remixes \(mode == .inProcess ? "on threads" : "in processes"): \(start.duration(to: clock.now))")
      #expect(graph.nodes.count { $0.kind == .text } == length)
    }
  }

  /// Ways to come to an end: a video, a mistake, a mistake in an edit far down, a trip in one.
  private static let ends = [
    "return remix 'p59'", "return remix 'p59':opacity(9)",
    "return remix('p59', { parts = { ['p0/caption'] = function() error 'no' end } })",
    "return remix('p59', { parts = { ['p0/caption'] = function() while true do end end } })",
  ]

  @Test(arguments: ends) func workersAreGoneAfterwards(recipe: String) throws {
    try withWorker { program, name in
      _ = try? run(recipe, in: chain(of: 60, moving: true), isolation: .process(program: program), fuel: 3_000_000)
      #expect(processes(named: name) == 0)
    }
  }

  @Test func aWorkerThatFailsEndsTheOthers() throws {
    try withWorker { program, name in
      // The thirtieth does not start.
      let script =
        "#!/bin/sh\necho >> \(program).count\n[ $(wc -l < \(program).count) -lt 30 ] || exit 7\nexec \(program)\n"
      try Data(script.utf8).write(to: URL(fileURLWithPath: program + ".sh"))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program + ".sh")
      #expect(throws: WorkerFailure.died("exit status 7")) {
        try run(last(of: 60), in: chain(of: 60), isolation: .process(program: program + ".sh"))
      }
      #expect(processes(named: name) == 0)
    }
  }

  @Test(arguments: ends) func threadsAreGoneAfterwards(recipe: String) throws {
    let (threads, descriptors) = (count("task"), count("fd"))
    _ = try? run(recipe, in: chain(of: 60, moving: true), fuel: 3_000_000)
    // Other suites run a few of their own meanwhile.
    for _ in 0..<600 where count("task") > threads + 16 || count("fd") > descriptors + 32 { usleep(100_000) }
    #expect(count("task") <= threads + 16)
    #expect(count("fd") <= descriptors + 32)
  }

  @Test func workersWithFunctionsOfTimeAreFew() throws {
    var limits = GraphLimits()
    limits.workers = 5
    let archive = chain(of: 10)
    let row = "return remix 'p1' .. remix 'p1' .. remix 'p1' .. remix 'p1' .. remix 'p1'"
    #expect(try run(row, in: archive, limits: limits).graph.duration.seconds == 50)
    #expect(try mistake(in: "return remix 'p5'", archive, limits: limits).code == .limit)
    #expect(
      try mistake(in: row, chain(of: 10, moving: true), limits: limits).came
        == "more than 5 recipes are at work at once")
  }

  @Test(arguments: modes) func fuelIsExactOverAChain(mode: Isolation) throws {
    let archive = chain(of: 12, moving: true)
    func trips(_ fuel: UInt64) throws -> Bool {
      do {
        _ = try run(last(of: 12), in: archive, isolation: mode, fuel: fuel)
        return false
      } catch let error as RecipeError {
        #expect(
          error.came
            == "the recipe does too much work; an evaluation has \(fuel) units of work. Is there an endless loop?")
        return true
      }
    }
    var (least, most) = (UInt64(0), UInt64(10_000_000))
    while least + 1 < most {
      let middle = (least + most) / 2
      if try trips(middle) { least = middle } else { most = middle }
    }
    // The same on every machine and in both modes. Changes with what words cost.
    #expect(most == 71_008)
    for _ in 0..<5 {
      #expect(try !trips(most))
      #expect(try trips(most - 1))
    }
  }

  @Test func workInAPostIsPaidByAll() throws {
    var archive = Archive()
    archive.publish("busy", "for i = 1, 1000000 do end return solid('red'):lasting(1)")
    let twice = "pcall(remix, 'busy') return remix 'busy'"
    #expect(try run("return remix 'busy'", in: archive, fuel: 1_500_000).graph.duration.seconds == 1)
    let error = try #require(throws: RecipeError.self) { try run(twice, in: archive, fuel: 1_500_000) }
    #expect(error.code == .limit)
    #expect(error.place?.chunk.hasPrefix("busy@") == true)
    let later = "local old = remix 'busy' for i = 1, 1000000 do end return old"
    #expect(throws: RecipeError.self) { try run(later, in: archive, fuel: 1_500_000) }
  }

  @Test func memoryIsSharedByAll() throws {
    var archive = Archive()
    archive.publish(
      "big",
      "kept = {} for i = 1, 60000 do kept[i] = { i } end return solid('red'):lasting(1):opacity(function(t) return 1 end)"
    )
    var limits = Limits()
    (limits.memory, limits.wallClock) = (12 << 20, .seconds(300))
    let evaluator = RecipeEvaluator(evaluator: Evaluator(isolation: .inProcess, limits: limits))
    func run(_ count: Int) throws {
      let row = Array(repeating: "remix 'big'", count: count).joined(separator: " .. ")
      _ = try evaluator.evaluate("return \(row)", name: "r.lua", library: archive)
    }
    try run(1)
    #expect(throws: RecipeError.self) { try run(4) }
  }

  @Test func aTripInAPostCannotBeCaught() throws {
    var archive = Archive()
    archive.publish("endless", "while true do end")
    archive.publish("part", "return solid('red'):part 'a':lasting(1)")
    for recipe in [
      "pcall(remix, 'endless') return solid('red'):lasting(1)",
      "pcall(remix, 'part', { parts = { a = function() while true do end end } }) return solid('red'):lasting(1)",
    ] {
      let error = try #require(throws: RecipeError.self) { try run(recipe, in: archive, fuel: 2_000_000) }
      #expect(error.code == .limit, "\(recipe)")
    }
  }

  @Test func aPostThatRemixesItselfComesToAnEnd() throws {
    let endless = Liar(source: "return remix 'me'")
    let error = try mistake(in: "return remix 'me'", endless)
    #expect(error.came == "posts that remix posts are nested deeper than 500")
    #expect(error.place?.chunk.hasPrefix("me@") == true)
    #expect(error.traceback.count == 16)
    let wide = Liar(source: "pcall(remix, 'me') pcall(remix, 'me') return text(credits()):lasting(1)")
    var limits = GraphLimits()
    (limits.chain, limits.posts) = (12, 300)
    #expect(try mistake(in: "pcall(remix, 'me') return text('a'):lasting(1)", wide, limits: limits).code == .limit)
    let stubborn = Liar(source: "local c = text('a'):lasting(1) while true do pcall(remix, 'me') end return c")
    #expect(try mistake(in: "return remix 'me'", stubborn, limits: limits).code == .limit)
    let merging = Liar(source: "return remix('me', { onto = 'me' })")
    #expect(try mistake(in: "return remix 'me'", merging, limits: limits).code == .limit)
  }

  @Test func functionsThatCallOneAnotherThroughRemixesComeToAnEnd() throws {
    let knot = Liar(source: "return text('a'):lasting(1):part 'a'")
    let recipe = """
      local function again() return remix("me", { parts = { a = again } }) end
      return again()
      """
    #expect(
      try mistake(in: recipe.replacing("local function", with: "again = nil function"), knot).came.contains(
        "too deeply"))
  }

  @Test func manyPostsAndNamesAreTooMany() throws {
    var limits = GraphLimits()
    limits.names = 15
    let archive = chain(of: 6)
    #expect(
      try run("return remix 'p1' .. remix 'p1' .. remix 'p1' .. remix 'p1' .. remix 'p1'", in: archive, limits: limits)
        .graph.duration.seconds == 50)
    #expect(
      try mistake(in: "for i = 1, 6 do remix 'p1' end", archive, limits: limits).came
        == "there are more than 15 params and parts")
    (limits.posts, limits.names) = (10, 100)
    #expect(
      try mistake(in: "for i = 1, 6 do remix 'p1' end", archive, limits: limits).came
        == "more than 10 posts are remixed")
  }
}

/// Does something with the worker under a name that no other has, so that its processes can be told.
private func withWorker(_ body: (_ program: String, _ name: String) throws -> Void) throws {
  guard case .process(let program) = Isolation.standard else { return }
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent("workers-\(UUID())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  let name = "worker-\(UInt32.random(in: 0...999_999))"
  let link = folder.appendingPathComponent(name)
  try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: program)
  try body(link.path, name)
}

private func processes(named name: String) -> Int {
  let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
  return processes.compactMap { Int($0) }.count { pid in
    let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    return stat?.contains("(\(name))") == true
  }
}

/// How many threads (`task`) or descriptors (`fd`) this process has.
private func count(_ what: String) -> Int {
  (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/\(what)").count) ?? 0
}
