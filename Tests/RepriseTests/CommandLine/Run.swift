import Foundation
import Props

/// One run of a program.
final class Run {
  let child: Child
  private let streams: Child.Streams

  init(program: String, _ arguments: [String], in folder: Folder, environment: [String: String], input: String) throws {
    let desk = Folder.scratch + "/" + UUID().uuidString
    var streams = Child.Streams()
    (streams.input, streams.output, streams.errors) = (desk + ".in", desk + ".out", desk + ".err")
    try Data(input.utf8).write(to: URL(fileURLWithPath: streams.input))
    self.streams = streams
    let usual = [
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "REPRISE_STORE": folder.store, "REPRISE_KEY": folder.store + "/key",
    ]
    child = try Child(
      program, arguments, in: folder.path,
      environment: usual.merging(Sanitizers.options) { $1 }.merging(environment) { $1 }, streams: streams)
  }

  deinit {
    for path in [streams.input, streams.output, streams.errors] { unlink(path) }
  }

  /// Waits for the end.
  func outcome() throws -> Program.Outcome {
    Program.Outcome(end: child.wait(), output: text(streams.output), errors: errors)
  }

  /// What it has said on standard error so far.
  var errors: String { text(streams.errors) }

  /// Waits until it has said something on standard error, or has ended.
  func waitForErrors(containing words: String) {
    while !errors.contains(words), child.isRunning { usleep(10_000) }
  }

  private func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}
