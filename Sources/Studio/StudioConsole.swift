import FoundationEssentials
import Glibc
import Reprise

/// Where this program reads its order and speaks: the same words and exit codes as `reprise`, which starts it.
struct StudioConsole {
  /// Whether it speaks to a program: JSON, one object a line.
  let isJSON: Bool

  private static let longestOrder = 4 << 20

  /// All of standard input, up to a bound that no order reaches.
  static func input() -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < longestOrder {
      let count = read(STDIN_FILENO, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += piece[..<count]
    }
    return bytes
  }

  /// The address, on a line of its own.
  func show(_ address: String) {
    write(isJSON ? "{\"address\":\(quoted(address))}" : address, to: STDOUT_FILENO)
  }

  func end(with error: RepriseError) -> Never {
    if isJSON {
      let members = [
        "\"kind\":\(quoted(error.kind.rawValue))", "\"code\":\(quoted(error.code))",
        "\"message\":\(quoted(error.description))",
      ]
      write("{\"error\":{\(members.joined(separator: ","))}}", to: STDOUT_FILENO)
    } else {
      write("error: \(error)", to: STDERR_FILENO)
    }
    exit(code(of: error.kind))
  }

  private func code(of kind: RepriseError.Kind) -> Int32 {
    switch kind {
    case .recipe: 1
    case .usage: 2
    case .machine: 3
    case .refused: 4
    case .cancelled: 130
    }
  }

  private func quoted(_ text: String) -> String {
    (try? JSONEncoder().encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }

  /// Where nobody can hear it, the work goes on.
  private func write(_ line: String, to descriptor: Int32) {
    var bytes = Array((line + "\n").utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
