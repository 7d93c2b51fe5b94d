import Foundation

/// One run of a program. What it says goes to files, so that no pipe can fill up and hold it.
final class Run {
  let process = Process()
  private let errorsPath: String
  private let outputPath: String

  init(program: String, _ arguments: [String], in folder: Folder, environment: [String: String], input: String) throws {
    let desk = Folder.scratch + "/" + UUID().uuidString
    (outputPath, errorsPath) = (desk + ".out", desk + ".err")
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let usual = [
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "REPRISE_STORE": folder.store, "REPRISE_KEY": folder.store + "/key",
    ]
    process.environment = usual.merging(Sanitizers.options) { $1 }.merging(environment) { $1 }
    process.standardInput = try Run.input(input)
    process.standardOutput = try Run.file(outputPath, holding: "")
    process.standardError = try Run.file(errorsPath, holding: "")
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
    for path in [outputPath, errorsPath] { unlink(path) }
  }

  private static func input(_ text: String) throws -> Pipe {
    let pipe = Pipe()
    // A recipe fits into a pipe.
    try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try pipe.fileHandleForWriting.close()
    return pipe
  }

  private static func file(_ path: String, holding text: String) throws -> FileHandle {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    guard let file = FileHandle(forUpdatingAtPath: path) else { throw CocoaError(.fileNoSuchFile) }
    return file
  }

  /// Waits for the end.
  func outcome() throws -> Program.Outcome {
    process.waitUntilExit()
    return Program.Outcome(status: process.terminationStatus, output: text(outputPath), errors: errors)
  }

  /// What it has said on standard error so far.
  var errors: String { text(errorsPath) }

  /// Waits until it has said something on standard error, or has ended.
  func waitForErrors(containing words: String) {
    while !errors.contains(words), process.isRunning { usleep(10_000) }
  }

  private func text(_ path: String) -> String {
    String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
  }
}
