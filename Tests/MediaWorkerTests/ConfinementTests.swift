import Codec
import Confinement
import Foundation
import Props
import Testing

@testable import MediaWorker

/// What a process may not do that is confined like a media worker: `Tests/Prisoner` tries.
@Suite struct ConfinementTests {
  @Test(arguments: [
    "make-socket", "start-process", "run-program", "kill-parent", "trace-parent",
    "read-elsewhere", "write-elsewhere", "give-up-filter", "make-code", "use-old-calls", "ask-for-chance",
    "read-memory",
    "write-file", "grow-memory", "map-file", "map-memory-as-code", "turn-memory-into-code",
  ])
  func anAttemptToLeaveEndsTheProcess(name: String) throws {
    let prison = try Prison(like: "media", attempt: name)
    #expect(prison.wasStopped, "\(name): \(prison)")
  }

  @Test(arguments: ["open-file", "make-file"]) func filesAreOutOfReach(name: String) throws {
    #expect(try Prison(like: "media", attempt: name).wasRefused)
    #expect(!FileManager.default.fileExists(atPath: "/tmp/prisoner"))
  }

  @Test(arguments: ["take-memory", "speak", "start-thread", "read-file", "map-memory"])
  func whatAWorkerNeedsItMayDo(name: String) throws {
    #expect(try Prison(like: "media", attempt: name).succeeded)
  }

  @Test func aHostMayInsistOnProtection() throws {
    let workshop = try Workshop()
    let path = try workshop.ffmpeg("-f lavfi -i testsrc2=s=96x64:r=10:d=1 -frames:v 1 a.png")
    _ = try ConfinedFile(Apart.source(path, required: .systemCalls))
    let bare = try Apart.impostors("bare", in: workshop)
    #expect(throws: WorkerFailure.unprotected(.systemCalls)) {
      try ConfinedFile(Apart.source(path, from: bare, required: .systemCalls))
    }
  }

  @Test func aMissingProgramIsSaidToBeMissing() throws {
    let workshop = try Workshop()
    let path = try workshop.ffmpeg("-f lavfi -i testsrc2=s=96x64:r=10:d=1 -frames:v 1 a.png")
    let none = Nursery.of(program: workshop.path("none"))
    #expect(throws: WorkerFailure.cannotStart("\(workshop.path("none")): No such file or directory")) {
      try ConfinedFile(Apart.source(path, from: none))
    }
  }
}
