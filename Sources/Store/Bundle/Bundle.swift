import Graph

/// A post with everything before it, ready to be written: a tar archive with one form.
///
/// First `reprise-bundle`, which says what it is; then `posts/`, `seals/` and `objects/`, each sorted. Nothing is held
/// in memory but names and sizes; contents are read from the store, and checked, while they are written.
package struct Bundle: Sendable {
  enum Content: Sendable {
    case bytes([UInt8])
    case file(Digest, in: DigestFolder)
  }

  struct Entry: Sendable {
    let header: TarHeader
    let content: Content
  }

  package let head: BundleHead
  let entries: [Entry]

  /// How many bytes `write` will pass on.
  package var length: Int64 { entries.reduce(Int64(2 * TarHeader.block)) { $0 + $1.header.length } }

  /// Passes the archive on, piece by piece.
  ///
  /// - Throws: what `sink` throws; `.missing` or `.damaged`, if the store has lost something since.
  package func write(to sink: ([UInt8]) throws(StoreError) -> Void) throws(StoreError) {
    for entry in entries {
      try sink(entry.header.bytes)
      try entry.write(to: sink)
      try sink([UInt8](repeating: 0, count: entry.header.padding))
    }
    try sink([UInt8](repeating: 0, count: 2 * TarHeader.block))
  }

  /// Writes a file, which appears whole or not at all.
  ///
  /// - Throws: also `.unreachable`, if the path is that of something else than a file.
  package func write(to path: String) throws(StoreError) {
    guard FileStatus(of: path)?.isRegular ?? true else {
      throw StoreError(.unreachable, path, "is a folder or a device", wanted: "a file", remedy: "name a file")
    }
    let file = try TemporaryFile(in: path.parentFolder, mode: 0o666)
    try write { piece throws(StoreError) in try file.append(piece) }
    try file.commit(as: path)
  }

  /// The archive in memory. For bundles of recipes alone; others may be larger than memory.
  package func bytes() throws(StoreError) -> [UInt8] {
    var bytes: [UInt8] = []
    try write { piece in bytes += piece }
    return bytes
  }
}

extension Bundle.Entry {
  fileprivate func write(to sink: ([UInt8]) throws(StoreError) -> Void) throws(StoreError) {
    switch content {
    case .bytes(let bytes): try sink(bytes)
    case .file(let name, let folder):
      guard let file = try folder.open(name) else { throw .missing(name) }
      var (hash, count) = (RunningDigest(), Int64(0))
      try file.forEachPiece { piece throws(StoreError) in
        hash.update(piece)
        count += Int64(piece.count)
        guard count <= header.size else { return }
        try sink(piece)
      }
      guard count == header.size, hash.finished() == name else {
        throw StoreError(
          .damaged, header.name, "is not what it was", remedy: "put it again, from its file, or from another bundle")
      }
    }
  }
}
