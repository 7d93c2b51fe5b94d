import ArgumentParser
import Glibc
import Reprise
import Synchronization

/// Where this program speaks: results go to standard output, everything else to standard error.
struct Console: Sendable {
  /// Whether it speaks to a program: JSON, one object a line.
  let isJSON: Bool

  init(isJSON: Bool) {
    self.isJSON = isJSON
  }

  /// Arguments that cannot be parsed still say who is listening.
  init(arguments: [String]) {
    isJSON = arguments.prefix { $0 != "--" }.contains("--json")
  }

  /// Says what a command was asked for: one line or more for people, one object for programs.
  func show(_ words: @autoclosure () -> String, _ json: @autoclosure () -> JSON) throws(RepriseError) {
    let text = isJSON ? json().text : words()
    try Console.write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO)
  }

  /// Says something beside the result. Where nobody can hear it, the work goes on.
  func remark(_ text: String) {
    try? Console.write(text + "\n", to: STDERR_FILENO)
  }

  /// Passes on what somebody should know about something other than the recipe.
  func warn(_ warnings: [String]) {
    for warning in warnings {
      remark(
        isJSON
          ? JSON.object([("warning", .object([("message", .string(warning))]))]).text
          : "\(Style.errors.warning("warning:")) \(warning.printable)")
    }
  }

  private static let said = Mutex<Set<String>>([])

  /// The same, of what holds for all of several videos.
  func warnOnce(_ warnings: [String]) {
    warn(warnings.filter { warning in Console.said.withLock { $0.insert(warning).inserted } })
  }

  private static let saidWhatIsMissing = Mutex(false)

  /// Says, once, what a machine lacks to keep strangers' recipes in.
  func warn(missing: Protections) {
    guard !missing.isEmpty, !Console.saidWhatIsMissing.withLock({ exchange(&$0, with: true) }) else { return }
    warn(["on this machine a recipe runs without this: \(missing); --isolated refuses to"])
  }

  func warn(_ warnings: [RecipeWarning], source: String?) {
    for warning in warnings {
      guard !isJSON else {
        remark(JSON.object([("warning", .warning(warning))]).text)
        continue
      }
      let place = warning.line.map { "\(warning.file):\($0): " } ?? "\(warning.file): "
      let excerpt = source.flatMap { Excerpt(of: $0, line: warning.line, blaming: warning.names) }
      remark(Style.errors.warning("warning:") + " " + (place + warning.message).printable + (excerpt?.text ?? ""))
    }
  }

  /// Writes all of a text.
  ///
  /// - Throws: if the place is full or broken. A reader that has gone away has read what it wanted.
  static func write(_ text: String, to descriptor: Int32) throws(RepriseError) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EPIPE { return }
      if count < 0, errno == EAGAIN {
        waitForRoom(in: descriptor)
        continue
      }
      guard count > 0 else {
        throw RepriseError(
          .machine, code: "unwritable", came: "standard output: \(String(cString: strerror(errno)))")
      }
      bytes = bytes.dropFirst(count)
    }
  }

  /// A caller may hand us a pipe that does not wait by itself.
  private static func waitForRoom(in descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    poll(&request, 1, -1)
  }
}

extension RecipeWarning {
  /// The words that may be to blame: what stands before the colon, as in `text: no installed font has …`, or in quotes.
  fileprivate var names: [String] {
    message.split(separator: ":").prefix(1).map(String.init) + Excerpt.names(in: message)
  }
}
