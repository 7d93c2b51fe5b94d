import Backends
import FoundationEssentials
import Graph
import Recipe
import Synchronization

/// Clips that go to a model, drawn when it wants them. One thread uses it.
final class ControlClips: Sendable {
  private let graphs: [Digest: Graph]
  private let shelf: Shelf
  private let isCancelled: @Sendable () -> Bool
  private let folder = Mutex<String?>(nil)

  init(_ graphs: [Digest: Graph], shelf: Shelf, isCancelled: @escaping @Sendable () -> Bool) {
    (self.graphs, self.shelf, self.isCancelled) = (graphs, shelf, isCancelled)
  }

  /// An mp4 of a clip, at the canvas's size.
  func material(_ digest: Digest) throws -> VideoOrder.Material {
    guard let graph = graphs[digest] else {
      throw RepriseError(.machine, code: "missingAsset", came: "no clip with the digest \(digest) is at hand")
    }
    let path = try made() + "/\(digest).mp4"
    if !LocalFile.exists(path) {
      var options = RenderOptions()
      // What a model is to follow exactly is worth some bytes.
      (options.quality, options.carry) = (12, .nothing)
      _ = try Composition(of: graph, on: shelf).renderNow(to: path, options: options, isCancelled: isCancelled)
    }
    return VideoOrder.Material(path: path, type: "video/mp4")
  }

  /// What was drawn goes when the model has it.
  func remove() {
    folder.withLock { folder in
      if let path = folder { try? FileManager.default.removeItem(atPath: path) }
      folder = nil
    }
  }

  private func made() throws -> String {
    try folder.withLock { folder in
      if let folder { return folder }
      let path = "\(LocalFile.temporaryFolder)/reprise-controls-\(UUID().uuidString)"
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      folder = path
      return path
    }
  }
}
