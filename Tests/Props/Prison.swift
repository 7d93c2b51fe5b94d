package import Foundation

/// What became of a prisoner (`Tests/Prisoner`) that was confined like a worker and then tried something.
package struct Prison {
  package let reason: Process.TerminationReason
  package let status: Int32
  package let output: String

  package init(like kind: String, attempt: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: Products.path("prisoner"))
    process.arguments = [kind, attempt]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    (reason, status) = (process.terminationReason, process.terminationStatus)
  }

  /// Whether the system ended it: SIGSYS; a 32-bit call where the kernel has none is SIGSEGV.
  package var wasStopped: Bool { reason == .uncaughtSignal && [SIGSYS, SIGSEGV].contains(status) }
  /// Whether it was told that it may not.
  package var wasRefused: Bool { reason == .exit && status == 1 }
  /// Whether it did what it tried.
  package var succeeded: Bool { reason == .exit && status == 0 }
}
