import Foundation

/// A folder of a test's own, gone when the test is over.
final class Folder {
  let path: String

  static let scratch = FileManager.default.temporaryDirectory.path

  /// - Parameter files: Texts by name.
  init(_ files: [String: String] = [:]) throws {
    path = Folder.scratch + "/reprise-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(text, to: name) }
  }

  deinit { for path in [path, store] { try? FileManager.default.removeItem(atPath: path) } }

  /// Where programs that run here keep posts and what they draw.
  var store: String { path + ".store" }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func read(_ name: String) -> Data? { FileManager.default.contents(atPath: path + "/" + name) }

  /// Everything that is in it, hidden files too.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}
