import Glibc
import Reprise

/// The program `reprise-studio`, which serves. It is a program of its own so that this one stays small.
enum StudioProgram {
  /// Becomes that program, which reads what to serve from its standard input.
  ///
  /// - Throws: if it is not there; it does not return otherwise.
  static func replaceThisOne(order: String) throws(RepriseError) {
    let path = self.path
    try stand(order, inFor: STDIN_FILENO)
    var arguments = [strdup(path), nil]
    execv(path, &arguments)
    let reason = String(cString: strerror(errno))
    free(arguments[0])
    throw RepriseError(
      .machine, code: "studio", came: "\"\(path)\" cannot be started: \(reason)",
      remedy: "build it with: make build; it belongs beside this program")
  }

  private static var path: String {
    if let path = Machine.variable("REPRISE_STUDIO") { return path }
    let program = realpath("/proc/self/exe", nil)
    defer { free(program) }
    let folder = program.map { String(cString: $0) }?.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return (folder ?? ["."]).joined(separator: "/") + "/reprise-studio"
  }

  /// Puts a text where the next program reads. A pipe might be too small for it.
  private static func stand(_ text: String, inFor descriptor: Int32) throws(RepriseError) {
    guard let file = tmpfile() else {
      throw RepriseError(
        .machine, code: "studio", came: "there is no room for a temporary file: \(String(cString: strerror(errno)))")
    }
    defer { fclose(file) }
    try Console.write(text, to: fileno(file))
    lseek(fileno(file), 0, SEEK_SET)
    dup2(fileno(file), descriptor)
  }
}
