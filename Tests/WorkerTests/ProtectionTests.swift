import Confinement
import Foundation
import Props
import Testing

@testable import Worker

/// What a process may not do that is confined like a worker: `Tests/Prisoner` tries.
@Suite struct ProtectionTests {
  private static let forbidden = [
    "open-file", "make-file", "make-socket", "start-process", "run-program", "kill-parent", "trace-parent",
    "read-elsewhere", "write-elsewhere", "ask-for-chance", "ask-for-time", "give-up-filter", "make-code",
    "use-old-calls", "start-thread", "read-file", "turn-memory-into-code",
  ]

  @Test(arguments: forbidden) func anAttemptToLeaveEndsTheProcess(name: String) throws {
    let prison = try Prison(like: "recipe", attempt: name)
    #expect(prison.wasStopped, "\(name): \(prison)")
    #expect(!FileManager.default.fileExists(atPath: "/tmp/prisoner"))
  }

  @Test(arguments: ["take-memory", "speak"]) func whatAWorkerNeedsItMayDo(name: String) throws {
    let prison = try Prison(like: "recipe", attempt: name)
    #expect(prison.succeeded)
    #expect(prison.output == (name == "speak" ? "still here\n" : ""))
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
