internal import Glibc

/// Finds the program `recipe-worker`.
enum WorkerProgram {
  static let variable = "REPRISE_WORKER"

  /// Tests run from the folder of build products, so what lies beside them is the worker that was built with them.
  static var path: String {
    if let path = getenv(variable), path.pointee != 0 { return String(cString: path) }
    let program = realpath("/proc/self/exe", nil)
    defer { free(program) }
    let folder = program.map { String(cString: $0) }?.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (folder ?? ["."]).joined(separator: "/") + "/recipe-worker"
  }
}
