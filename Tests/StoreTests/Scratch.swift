import Foundation
import Graph
import Store

/// A folder of a test's own, gone when the test is over, with a store and an author.
final class Scratch {
  let folder: String
  let store: Store
  let key: AuthorKey

  /// In memory where that can be: nothing here shows more on a disk, and disks take their time to be sure.
  private static let place: String = {
    let memory = "/dev/shm"
    return access(memory, W_OK) == 0 ? memory : FileManager.default.temporaryDirectory.path
  }()

  init(onDisk: Bool = false) throws {
    let place = onDisk ? FileManager.default.temporaryDirectory.path : Scratch.place
    folder = place + "/reprise-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    store = try Store(at: folder + "/store")
    key = try AuthorKey(at: folder + "/author.key")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The same folder as another process sees it.
  func reopened() throws -> Store { try Store(at: store.folder) }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = folder + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// The files under a folder of the store, except locks.
  func files(_ folder: String = "") throws -> [String] {
    let all = FileManager.default.enumerator(atPath: store.folder + "/" + folder)?.compactMap { $0 as? String } ?? []
    return all.filter { name in
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: "\(store.folder)/\(folder)/\(name)", isDirectory: &isFolder)
      return exists && !isFolder.boolValue && !name.hasSuffix("lock")
    }.sorted()
  }

  /// Changes a byte of a file that may only be read.
  func damage(_ path: String, at offset: Int = 0, by change: UInt8 = 1) throws {
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    bytes[offset] ^= change
    try overwrite(path, bytes)
  }

  func overwrite(_ path: String, _ bytes: [UInt8]) throws {
    chmod(path, 0o644)
    guard let file = FileHandle(forWritingAtPath: path) else { throw CocoaError(.fileNoSuchFile) }
    try file.truncate(atOffset: 0)
    try file.write(contentsOf: Data(bytes))
    try file.close()
  }

  /// Makes a file look as if nobody had used it for so long.
  func age(_ path: String, seconds: Double) throws {
    let date = Date(timeIntervalSinceNow: -seconds)
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
  }
}

extension Scratch {
  func manifest(
    _ title: String = "A post", remixing parents: [Digest] = [], assets: [String: Digest] = [:], fonts: Set<Digest> = []
  ) -> Manifest {
    Manifest(
      name: "a-post", title: title, author: .init(name: "Ada", key: key.publicKey), licence: "CC-BY-4.0",
      recipe: "return text \"\(title)\"", params: ["line": .text("hä\n"), "size": .number(0.1), "on": .flag(true)],
      parents: parents,
      pins: .init(
        assets: assets, fonts: fonts, posts: parents.first.map { ["parent@\("\($0)".prefix(8))": $0] } ?? [:]),
      graph: Digest(of: title.utf8))
  }

  /// Publishes a post with an asset of its own.
  @discardableResult
  func publish(_ title: String, remixing parents: [Digest] = []) throws -> Post {
    let asset = try store.put(Array("asset of \(title)".utf8))
    let font = try store.put(Array("font of everybody".utf8))
    let post = try Post(
      sealing: manifest(title, remixing: parents, assets: ["a.mp4": asset], fonts: [font]), with: key)
    try store.add(post)
    return post
  }
}
