import Foundation
import Props
import Testing

/// The program `reprise` as it was built beside these tests, run as a shell would.
struct Program {
  /// What a run came to.
  struct Outcome {
    var end: Child.End
    var output: String
    var errors: String

    /// Its exit status, as a shell has it: 128 and the number of a signal that ended it.
    var status: Int32 {
      switch end {
      case .exit(let status): status
      case .signal(let number): 128 + number
      }
    }
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
    try Run(program: Products.path("reprise"), arguments, in: folder, environment: environment, input: input)
  }

  /// Lets a shell run a line in which `$reprise` is the program.
  func shell(_ line: String) throws -> Outcome {
    var environment = environment
    environment["reprise"] = Products.path("reprise")
    return try Run(program: "/bin/sh", ["-c", line], in: folder, environment: environment, input: input).outcome()
  }
}
