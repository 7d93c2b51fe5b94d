import ArgumentParser
import Glibc
import Reprise

extension Console {
  /// Says what went wrong, and ends the program with the exit code that belongs to it.
  func end(with error: any Error) -> Never {
    switch error {
    case let failure as Failure: end(with: failure.error, source: failure.source)
    case let error as RepriseError: end(with: error, source: nil)
    // It has said what there is to say.
    case let code as ExitCode: exit(code.rawValue)
    default: endParsing(error)
    }
  }

  /// The parser's own errors; asking for help or the version is one of them.
  private func endParsing(_ error: any Error) -> Never {
    let text = RepriseCommand.fullMessage(for: error)
    guard !RepriseCommand.exitCode(for: error).isSuccess else {
      try? Console.write(text + "\n", to: STDOUT_FILENO)
      exit(0)
    }
    guard !isJSON else {
      let message = RepriseCommand.message(for: error)
      end(with: RepriseError(.usage, code: "arguments", came: message), source: nil)
    }
    let words = text.hasPrefix("Error: ") ? Style.errors.error("error:") + text.dropFirst(6) : text
    remark(words)
    exit(RepriseError.Kind.usage.exitCode)
  }

  private func end(with error: RepriseError, source: String?) -> Never {
    if isJSON {
      try? Console.write(JSON.object([("error", .error(error))]).text + "\n", to: STDOUT_FILENO)
    } else if error.kind == .cancelled {
      remark("stopped; nothing is left behind")
    } else {
      let names = [error.operation].compactMap(\.self) + Excerpt.names(in: error.came)
      let excerpt = source.flatMap { Excerpt(of: $0, line: error.line, blaming: names) }
      remark(Style.errors.error("error:") + " " + error.description.printable + (excerpt?.text ?? ""))
    }
    exit(error.kind == .cancelled ? Interrupt.exitCode : error.kind.exitCode)
  }
}

extension RepriseError.Kind {
  var exitCode: Int32 {
    switch self {
    case .recipe: 1
    case .usage: 2
    case .machine: 3
    case .refused: 4
    case .cancelled: 130
    }
  }
}
