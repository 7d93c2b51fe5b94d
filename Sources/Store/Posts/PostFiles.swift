import Graph

/// Where posts lie: manifests among the objects, seals in a folder of their own.
struct PostFiles: Sendable {
  let objects: DigestFolder
  let seals: DigestFolder

  /// A post as it lies there, its bytes compared with its id and its seal with its bytes. Nothing is moved away.
  func post(_ id: Digest) throws(StoreError) -> Post {
    guard let bytes = try content(objects, id, atMost: 16 << 20) else { throw .missing(post: id) }
    guard Digest(of: bytes) == id else {
      throw StoreError(.damaged, "post \(id)", "its bytes do not match its id", remedy: "add it again with a bundle")
    }
    return try Post(manifest: bytes, seal: content(seals, id, atMost: 1 << 10))
  }

  func isPublished(_ id: Digest) -> Bool { seals.status(of: id) != nil }

  private func content(_ folder: DigestFolder, _ name: Digest, atMost limit: Int) throws(StoreError) -> [UInt8]? {
    guard let file = try folder.open(name) else { return nil }
    let size = try file.status().size
    guard size <= limit else { throw StoreError(.tooLarge, file.path, "has \(size) bytes", wanted: "at most \(limit)") }
    return try file.bytes(Int(size))
  }
}
