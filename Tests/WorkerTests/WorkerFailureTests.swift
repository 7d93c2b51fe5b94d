import Confinement
import Foundation
import Testing

@testable import Worker

/// What happens when the program is not a worker, or not a good one. Here the programs are shell scripts.
@Suite(.serialized) struct WorkerFailureTests {
  func failure(program: String, wallClock: Duration = .seconds(5)) -> EvaluationError? {
    var limits = Limits()
    limits.wallClock = wallClock
    return WorkerTests.failure("return 1", .process(program: program), limits: limits)
  }

  /// Runs with a script in place of the worker.
  func failure(script: String, wallClock: Duration = .seconds(5)) throws -> EvaluationError? {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("worker-\(UUID().uuidString).sh")
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    var found = failure(program: file.path, wallClock: wallClock)
    // A process that another test was starting just now has the file open for writing, until it runs its program.
    while case .worker(.cannotStart(let reason))? = found, reason.hasSuffix("Text file busy") {
      usleep(10_000)
      found = failure(program: file.path, wallClock: wallClock)
    }
    return found
  }

  @Test func aMissingProgramIsSaidToBeMissing() {
    guard case .worker(.cannotStart(let reason))? = failure(program: "/nowhere/recipe-worker") else {
      return #expect(Bool(false))
    }
    #expect(reason == "/nowhere/recipe-worker: No such file or directory")
  }

  @Test func aWorkerThatDiesIsReportedWithItsStatus() throws {
    guard case .worker(.died(let how))? = try failure(script: "exit 7") else { return #expect(Bool(false)) }
    #expect(how == "exit status 7")
    guard case .worker(.died(let signal))? = try failure(script: "kill -SEGV $$") else { return #expect(Bool(false)) }
    #expect(signal == "signal 11")
  }

  @Test func aWorkerThatHangsIsKilledWithAllItsChildren() throws {
    let mark = "7\(UInt32.random(in: 1_000_000...9_999_999))"
    guard case .tripped(let trip)? = try failure(script: "sleep \(mark) & sleep \(mark)", wallClock: .milliseconds(200))
    else {
      return #expect(Bool(false))
    }
    #expect(trip.limit == .wallClock)
    usleep(50_000)
    #expect(!commandLines().contains { $0.contains(mark) })
  }

  @Test func whatADeadWorkerLeftBehindIsKilled() throws {
    let mark = "8\(UInt32.random(in: 1_000_000...9_999_999))"
    guard case .worker(.died)? = try failure(script: "sleep \(mark) <&- >&- & exit 3") else {
      return #expect(Bool(false))
    }
    usleep(50_000)
    #expect(!commandLines().contains { $0.contains(mark) })
  }

  func commandLines() -> [String] {
    let processes = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return processes.compactMap { Int($0) }.compactMap {
      try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8)
    }
  }

  /// What a worker in its right mind begins with.
  private static let greeting = "printf '\\025\\000\\000\\000\\011" + String(repeating: "\\000", count: 20) + "'; "

  @Test func anEchoIsNonsense() throws {
    guard case .worker(.nonsense)? = try failure(script: Self.greeting + "cat") else { return #expect(Bool(false)) }
  }

  @Test func twoGreetingsAreNonsense() throws {
    let failure = try failure(script: Self.greeting + Self.greeting + "sleep 5")
    guard case .worker(.nonsense)? = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
  }

  @Test func aWorkerThatNeverGreetsIsNotWaitedForForEver() throws {
    let failure = try failure(script: "cat > /dev/null", wallClock: .milliseconds(200))
    guard case .tripped(let trip)? = failure else { return #expect(Bool(false), "\(String(describing: failure))") }
    #expect(trip.limit == .wallClock)
  }

  @Test(arguments: [
    #"printf '\377\377\377\377xxxx'"#, #"printf '\001\000\000\000\377'"#, #"printf '\005\000\000\000\003'"#, "yes",
    "cat /dev/zero",
    // A returned message whose count, string or depth is a lie.
    #"printf '\026\000\000\000\003\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\377\377\377\377\000'; sleep 5"#,
    #"printf '\026\000\000\000\003\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\000\001\000\000\000\005'; sleep 5"#,
  ])
  func nonsenseIsRefused(script: String) throws {
    for script in [script, Self.greeting + script] {
      switch try failure(script: script) {
      case .worker(.nonsense)?, .worker(.died)?: break
      case let other: Issue.record("\(String(describing: other))")
      }
    }
  }

  /// Nothing counts how deep they are, and each takes stack.
  @Test func tablesThatAreKeysOfTablesAreNonsense() {
    let returned: [UInt8] = [3] + Array(repeating: 0, count: 16) + [1, 0, 0, 0]
    let tableWithOneField: [UInt8] = [6, 0, 0, 0, 0, 1, 0, 0, 0]
    let nested = (0..<100_000).flatMap { _ in tableWithOneField }
    #expect(throws: WorkerFailure.nonsense("a key that is a table")) {
      try WorkerMessage.read(returned + nested, chunk: "a", kinds: [])
    }
  }

  @Test func randomMessagesNeverTrap() {
    var generator = SystemRandomNumberGenerator()
    let seed = generator.next()
    var random = Generator(state: seed)
    for _ in 0..<20_000 {
      var bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in UInt8.random(in: 0...9, using: &random) }
      if bytes.count > 17 { for i in 1..<17 { bytes[i] = 0 } }
      do { _ = try WorkerMessage.read(bytes, chunk: "a", kinds: ["clip"]) } catch { continue }
    }
    print("seed \(seed)")
  }

  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  @Test(arguments: modes) func aHundredEvaluationsLeaveNothingBehind(mode: Isolation) throws {
    func descriptors() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
    func children() -> Int {
      let status = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return status.compactMap { Int($0) }.count { pid in
        let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
        return stat?.contains("(recipe-worker) Z \(getpid()) ") == true
      }
    }
    try run("return 1", mode)
    let before = try descriptors()
    for n in 0..<100 {
      if n % 3 == 0 { _ = WorkerTests.failure("error 'x'", mode) } else { try run("return text 'x'", mode) }
    }
    // Other suites may be starting workers of their own meanwhile, hundreds even.
    for _ in 0..<600 where try descriptors() > before + 16 || children() > 0 { usleep(100_000) }
    #expect(try descriptors() <= before + 16)
    #expect(children() == 0)
  }
}
