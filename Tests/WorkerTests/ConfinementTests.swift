import Confinement
import Foundation
import Testing

@testable import Worker

@Suite struct ConfinementTests {
  /// Looks at the process that asks it something.
  final class Witness: Worker.Host {
    var status = "", limits = ""
    var descriptors: [String]?
    var folder: String?

    func respond(to call: Call, in evaluation: Evaluation) throws -> [Value] {
      guard let worker = evaluation.worker as? WorkerProcess else { return [] }
      let process = "/proc/\(worker.pid)"
      status = try String(contentsOfFile: "\(process)/status", encoding: .utf8)
      limits = try String(contentsOfFile: "\(process)/limits", encoding: .utf8)
      // Only root may look into a process that cannot be dumped.
      descriptors = try? FileManager.default.contentsOfDirectory(atPath: "\(process)/fd").sorted()
      folder = try? FileManager.default.destinationOfSymbolicLink(atPath: "\(process)/cwd")
      return []
    }
  }

  @Test func theProcessHasGivenUpWhatItDoesNotNeed() throws {
    let witness = Witness()
    try run("text()", .standard, host: witness)
    #expect(witness.status.contains("NoNewPrivs:\t1"))
    #expect(witness.status.contains("Threads:\t1"))
    #expect(witness.descriptors ?? ["0", "1", "2"] == ["0", "1", "2"])
    #expect(witness.folder ?? "/" == "/")
    let limits = witness.limits.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true) }
    for (name, value) in [("stack", "67108864"), ("core", "0"), ("processes", "0"), ("open", "3")] {
      let line = limits.first { $0.count > 3 && $0[1] == name }
      #expect(line?.contains { $0 == value } == true, "\(name)")
    }
  }

  /// Looks at the threads of this process while a recipe runs on one of them.
  final class Observer: Worker.Host {
    var blocked: [UInt64] = []

    func respond(to call: Call, in evaluation: Evaluation) throws -> [Value] {
      for thread in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task") {
        let status = (try? String(contentsOfFile: "/proc/self/task/\(thread)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("SigBlk:") }
        if let mask = line.flatMap({ UInt64($0.dropFirst(7).drop { $0 == "\t" }, radix: 16) }) { blocked.append(mask) }
      }
      return []
    }
  }

  /// A fault there would otherwise end the process without a word to whoever is to report it.
  @Test func aThreadThatEvaluatesLeavesItsFaultsToTheHost() throws {
    let observer = Observer()
    try run("text()", .inProcess, host: observer)
    func blocks(_ mask: UInt64, _ signal: Int32) -> Bool { mask >> UInt64(signal - 1) & 1 == 1 }
    // Of all threads it is the one that leaves other signals to the rest.
    #expect(
      observer.blocked.contains { mask in
        blocks(mask, SIGPIPE) && blocks(mask, SIGTERM)
          && ![SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT].contains { blocks(mask, $0) }
      })
  }
}
