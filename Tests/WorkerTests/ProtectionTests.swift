import Foundation
import Testing

@testable import Worker

/// What a process may not do that is confined like a worker: `Tests/Prisoner` tries.
@Suite struct ProtectionTests {
  private static let forbidden = [
    "open-file", "make-file", "make-socket", "start-process", "run-program", "kill-parent", "trace-parent",
    "read-elsewhere", "write-elsewhere", "ask-for-chance", "ask-for-time", "give-up-filter", "make-code",
    "use-old-calls",
  ]

  private func attempt(_ name: String) throws -> (reason: Process.TerminationReason, status: Int32, output: String) {
    let worker = try #require(WorkerProgram.recipe.path.range(of: "recipe-worker"))
    let process = Process()
    process.executableURL = URL(filePath: WorkerProgram.recipe.path.replacingCharacters(in: worker, with: "prisoner"))
    process.arguments = [name]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationReason, process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  @Test(arguments: forbidden) func anAttemptToLeaveEndsTheProcess(name: String) throws {
    let end = try attempt(name)
    // SIGSYS; a 32-bit call where the kernel has none is SIGSEGV.
    #expect(end.reason == .uncaughtSignal && [SIGSYS, SIGSEGV].contains(end.status), "\(name): \(end)")
    #expect(!FileManager.default.fileExists(atPath: "/tmp/prisoner"))
  }

  @Test(arguments: ["take-memory", "speak"]) func whatAWorkerNeedsItMayDo(name: String) throws {
    let end = try attempt(name)
    #expect(end.reason == .exit && end.status == 0)
    #expect(end.output == (name == "speak" ? "still here\n" : ""))
  }

  @Test func aHostIsToldAndMayInsist() throws {
    var evaluator = Evaluator(isolation: .standard)
    evaluator.required = .systemCalls
    let protection = try evaluator.evaluate(
      source: "", name: "a.lua", vocabulary: Stage.vocabulary, host: Stage()
    ) { $1.protection }
    #expect(protection.contains(.systemCalls))
    (evaluator.isolation, evaluator.required) = (.inProcess, .all)
    do throws(EvaluationError) {
      try evaluator.evaluate(source: "", name: "a.lua", vocabulary: Stage.vocabulary, host: Stage()) { _, _ in }
      Issue.record("it ran")
    } catch {
      if case .worker(.unprotected(.all)) = error { return }
      Issue.record(error)
    }
  }
}
