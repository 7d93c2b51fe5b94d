import Foundation
import Props

/// Tools that were made by others, asked what they see in our files.
enum Oracle {
  struct Answer {
    let succeeded: Bool
    let output: Data
    let errors: String

    var lines: [String] { String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init) }
  }

  static func run(_ arguments: String...) throws -> Answer { try run(arguments) }

  static func run(_ arguments: [String]) throws -> Answer {
    var streams = Child.Streams()
    (streams.output, streams.errors) = (temporaryPath("out"), temporaryPath("err"))
    defer { for path in [streams.output, streams.errors] { try? FileManager.default.removeItem(atPath: path) } }
    let end = try Child("/usr/bin/env", arguments, streams: streams).wait()
    return Answer(
      succeeded: end == .exit(0), output: try Data(contentsOf: URL(fileURLWithPath: streams.output)),
      errors: try String(contentsOfFile: streams.errors, encoding: .utf8))
  }

  /// What ffprobe says of a stream (`v`, `a`) or, with nil, of the file; one key=value a line.
  static func probe(_ path: String, _ entries: String, stream: String? = nil) throws -> [String: String] {
    let selection = stream.map { ["-select_streams", $0] } ?? []
    let answer = try run(
      ["ffprobe", "-v", "error"] + selection + ["-show_entries", entries, "-of", "default=nw=1", path])
    let pairs = answer.lines.compactMap { line -> (String, String)? in
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
    return Dictionary(pairs) { first, _ in first }
  }

  static func temporaryPath(_ name: String) -> String {
    NSTemporaryDirectory() + "writing-\(UUID().uuidString)-\(name)"
  }
}

/// A new folder that is removed after `body`.
func withTemporaryFolder<R>(_ body: (String) throws -> R) throws -> R {
  let folder = Oracle.temporaryPath("folder")
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}
