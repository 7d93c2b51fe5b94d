import Foundation
import Worker

/// `lua-suite FOLDER PAGE`: runs the files of the official Lua tests that PAGE names, without the lines it leaves out.
///
/// Status 1 if a file fails, or if it also passes with lines that are left out: then their row is no longer needed.
@main
struct LuaSuite {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else {
      print("usage: lua-suite FOLDER PAGE")
      exit(2)
    }
    let table = try DeviationTable(String(contentsOfFile: arguments[2], encoding: .utf8))
    var isGood = !table.files.isEmpty
    for (name, deviations) in table.files {
      let file = try SuiteFile(at: "\(arguments[1])/\(name)")
      let complaints = complaints(about: file, deviations)
      let out = deviations.map(\.lines.count).reduce(0, +)
      print("\(complaints.isEmpty ? "passed" : "FAILED")  \(name): \(file.lineCount - out) of \(file.lineCount) lines")
      for complaint in complaints { print("  \(complaint)") }
      isGood = isGood && complaints.isEmpty
    }
    exit(isGood ? 0 : 1)
  }

  private static func complaints(about file: SuiteFile, _ deviations: [Deviation]) -> [String] {
    if let error = file.run(without: deviations) { return ["\(error)\(origin(of: error))"] }
    let needless = deviations.filter { spared in
      spared.isForced && file.run(without: deviations.filter { $0 != spared }) == nil
    }
    return needless.map { "lines \($0) pass as they are; their row (\($0.reason)) is not needed" }
  }

  /// The line of the file from which things were called, if the error was raised further in.
  private static func origin(of error: EvaluationError) -> String {
    guard case .runtime(let error) = error, error.traceback.count > 1, let outermost = error.traceback.last else {
      return ""
    }
    return " (from line \(outermost.line))"
  }
}
