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
    var streams = Child.Streams()
    streams.errors = path("ffmpeg-\(UUID().uuidString)")
    defer { unlink(streams.errors) }
    let child = try Child(
      "ffmpeg", ["-v", "error", "-nostdin", "-y"] + arguments, in: folder.path(percentEncoded: false), streams: streams)
    guard child.wait() == .exit(0) else {
      let text = try String(contentsOfFile: streams.errors, encoding: .utf8)
      throw Failure(description: "ffmpeg \(arguments.joined(separator: " ")): \(text)")
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
