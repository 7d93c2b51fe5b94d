import Graph

/// What was drawn.
///
/// A file of the cache says of itself what it is, in a line before the payload, with the payload's digest. So it needs
/// no index, and one that was copied, renamed or cut off is not taken for what it is not.
extension Store {
  /// What is kept for a key; nil if nothing is, or nothing that is whole (see `takeFindings`).
  package func cached(_ key: CacheKey) -> [UInt8]? {
    do throws(StoreError) {
      let folder = drawn(key.kind)
      guard let file = try folder.open(key.digest) else { return nil }
      folder.touch(key.digest, olderThan: 60)
      return try payload(of: file, key)
    } catch {
      note(Finding(.drawn(key), error))
      return nil
    }
  }

  /// Keeps what was drawn.
  ///
  /// - Throws: `.full`, `.readOnly`; `.tooLarge` beyond a gibibyte.
  package func keep(_ bytes: [UInt8], for key: CacheKey) throws(StoreError) {
    guard bytes.count <= Store.largestDrawing else {
      throw StoreError(.tooLarge, "\(key)", "has \(bytes.count) bytes", wanted: "at most \(Store.largestDrawing)")
    }
    try drawn(key.kind).write(key.header(Digest(of: bytes)), bytes, as: key.digest)
  }

  /// Those of some keys for which something is kept. Nothing is read, so it may yet turn out to be damaged.
  package func cachedKeys(among keys: [CacheKey]) -> Set<CacheKey> {
    Set(keys.lazy.filter { self.drawn($0.kind).status(of: $0.digest) != nil })
  }

  private static let largestDrawing = 1 << 30

  private func payload(of file: borrowing OpenFile, _ key: CacheKey) throws(StoreError) -> [UInt8]? {
    let status = try file.status()
    let start = key.headerLength
    let room = status.size - Int64(start)
    if 0...Int64(Store.largestDrawing) ~= room {
      let payload = try file.bytes(Int(room), from: Int64(start))
      if try file.bytes(start) == key.header(Digest(of: payload)) { return payload }
    }
    report(.damaged(.drawn(key)), key.digest, in: drawn(key.kind), status)
    return nil
  }

  /// Whether a file of the cache is what its place says.
  func isWhole(_ file: borrowing OpenFile, _ key: CacheKey) throws(StoreError) -> Bool {
    let payload = try file.digest(from: Int64(key.headerLength))
    return try file.bytes(key.headerLength) == key.header(payload)
  }
}

extension CacheKey {
  fileprivate func header(_ payload: Digest) -> [UInt8] {
    Array("reprise-cache/1 \(kind.rawValue) \(digest) \(payload)\n".utf8)
  }

  fileprivate var headerLength: Int { "reprise-cache/1 \(kind.rawValue) ".utf8.count + 64 + 1 + 64 + 1 }
}
