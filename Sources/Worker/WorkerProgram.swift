internal import Foundation

/// Finds the program `recipe-worker`.
enum WorkerProgram {
  static let variable = "REPRISE_WORKER"

  /// Tests run from the folder of build products, so what lies beside them is the worker that was built with them.
  static var path: String {
    if let path = ProcessInfo.processInfo.environment[variable], !path.isEmpty { return path }
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: program).deletingLastPathComponent().appendingPathComponent("recipe-worker").path
  }
}
