package import Foundation

/// A temporary folder with `ffmpeg` in it: what is made there is gone when the test is.
package final class Workshop: Sendable {
  package let folder: URL

  package struct Failure: Error, CustomStringConvertible { package let description: String }

  package init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "reprise-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  package func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

  /// Runs `ffmpeg` inside the folder with arguments parted by spaces, and gives the path of the last, the output.
  @discardableResult
  package func ffmpeg(_ arguments: String) throws -> String {
    try ffmpeg(arguments.split(separator: " ").map(String.init))
  }

  @discardableResult
  package func ffmpeg(_ arguments: [String]) throws -> String {
    let process = Process()
    let errors = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["ffmpeg", "-v", "error", "-nostdin", "-y"] + arguments
    process.currentDirectoryURL = folder
    process.standardError = errors
    try process.run()
    let text = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "ffmpeg \(arguments.joined(separator: " ")): \(String(decoding: text, as: UTF8.self))")
    }
    return path(arguments.last ?? "")
  }

  @discardableResult
  package func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    try Data(bytes).write(to: URL(filePath: path(name)))
    return path(name)
  }

  package func bytes(_ name: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: URL(filePath: path(name))))
  }
}
