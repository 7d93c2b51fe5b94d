internal import Glibc

/// A program whose copies are workers.
package enum WorkerProgram: String, Sendable {
  case recipe = "recipe-worker"
  case media = "media-worker"

  /// Where the environment may say that it lies.
  private var variable: String { self == .recipe ? "REPRISE_WORKER" : "REPRISE_MEDIA_WORKER" }

  /// Tests run from the folder of build products, so what lies beside them is the worker that was built with them.
  package var path: String {
    if let path = getenv(variable), path.pointee != 0 { return String(cString: path) }
    let program = realpath("/proc/self/exe", nil)
    defer { free(program) }
    return beside(program.map { String(cString: $0) } ?? "./")
  }

  /// Where it lies if it lies beside another program.
  package func beside(_ program: String) -> String {
    let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return folder.joined(separator: "/") + "/" + rawValue
  }
}
