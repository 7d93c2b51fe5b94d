import Foundation
import Testing

/// The program `reprise` as it was built beside these tests, run as a shell would.
struct Program {
  /// What a run came to.
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  var folder: Folder
  var environment: [String: String] = [:]
  var input = ""

  /// Runs it to its end.
  func callAsFunction(_ arguments: String...) throws -> Outcome {
    try run(arguments)
  }

  func run(_ arguments: [String]) throws -> Outcome {
    try start(arguments).outcome()
  }

  func start(_ arguments: [String]) throws -> Run {
    try Run(program: Program.path("reprise"), arguments, in: folder, environment: environment, input: input)
  }

  /// Lets a shell run a line in which `$reprise` is the program.
  func shell(_ line: String) throws -> Outcome {
    var environment = environment
    environment["reprise"] = Program.path("reprise")
    return try Run(program: "/bin/sh", ["-c", line], in: folder, environment: environment, input: input).outcome()
  }

  static func path(_ name: String) -> String {
    let tests = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: tests ?? CommandLine.arguments[0]).deletingLastPathComponent().path + "/" + name
  }
}
