import Glibc
package import Graph
import Synchronization

/// What posts are made of.
extension Store {
  /// Keeps bytes, unless they are there already.
  ///
  /// What no post needs is pruned an hour after it was put last.
  /// - Returns: The SHA-256 that they are kept under. They are on the disk.
  package func put(_ bytes: [UInt8]) throws(StoreError) -> Digest {
    let digest = Digest(of: bytes)
    guard try !renew(digest) else { return digest }
    try objects.write(bytes, as: digest)
    return digest
  }

  /// Keeps a file's content, in memory of a mebibyte, and without a copy where the file system shares content.
  ///
  /// - Parameter expected: What the content was known to be; another is an error, `.changed`.
  package func put(contentsOf path: String, expecting expected: Digest? = nil) throws(StoreError) -> Digest {
    if let expected, try renew(expected) { return expected }
    guard let source = try OpenFile.reading(path) else { throw .noFile(path) }
    let file = try objects.newFile()
    let digest = try file.takeOver(source)
    guard expected == nil || expected == digest else {
      throw StoreError(.changed, path, "has changed since it was read", remedy: "leave it alone, and try again")
    }
    guard try !renew(digest) else { return digest }
    try objects.commit([(file, digest)])
    return digest
  }

  /// An object's bytes, compared with its digest.
  ///
  /// - Throws: `.missing`; `.damaged`, if they are no longer what they were; `.tooLarge` beyond `limit`.
  package func bytes(of digest: Digest, atMost limit: Int = 256 << 20) throws(StoreError) -> [UInt8] {
    guard let file = try objects.open(digest) else { throw .missing(digest) }
    let status = try file.status()
    guard status.size <= limit else {
      throw StoreError(.tooLarge, "sha256:\(digest)", "has \(status.size) bytes", wanted: "at most \(limit)")
    }
    let bytes = try file.bytes(Int(status.size))
    guard Digest(of: bytes) == digest else { throw damaged(digest, status) }
    return bytes
  }

  /// A path at which an object can be read; compared with its digest once in a process, and again when it has changed.
  ///
  /// - Throws: `.missing`; `.damaged`.
  package func path(of digest: Digest) throws(StoreError) -> String {
    guard let file = try objects.open(digest) else { throw .missing(digest) }
    guard try isWhole(file, digest) else { throw damaged(digest, try file.status()) }
    return objects.path(of: digest)
  }

  /// Whether an object is there, not whether it is whole.
  package func has(_ digest: Digest) -> Bool { objects.status(of: digest) != nil }
}

extension Store {
  /// Whether an object is there and whole. If it is, it counts as put just now.
  func renew(_ digest: Digest) throws(StoreError) -> Bool {
    guard has(digest) else { return false }
    // Shared, so that it either is gone before or stays; ten minutes, because an hour is what it may rely on at most.
    try lock.shared { objects.touch(digest, olderThan: 600) }
    guard let file = try objects.open(digest) else { return false }
    if try isWhole(file, digest) { return true }
    _ = damaged(digest, try file.status())
    return false
  }

  /// Compares a file with its digest, unless that was done since it was changed last.
  func isWhole(_ file: borrowing OpenFile, _ digest: Digest) throws(StoreError) -> Bool {
    let status = try file.status()
    if compared.withLock({ $0[digest] == status }) { return true }
    guard try file.digest() == digest else { return false }
    compared.withLock { $0[digest] = status }
    return true
  }

  /// Moves a damaged object away.
  private func damaged(_ digest: Digest, _ status: FileStatus) -> StoreError {
    report(.damaged(.object(digest)), digest, in: objects, status)
    return StoreError(
      .damaged, "sha256:\(digest)", "its bytes do not match its digest; it was moved aside",
      remedy: "put it again, from its file, or from a bundle of the post")
  }
}

extension StoreError {
  static func noFile(_ path: String) -> StoreError { StoreError(system: ENOENT, at: path) }

  static func missing(_ digest: Digest) -> StoreError {
    StoreError(
      .missing, "sha256:\(digest)", "is not in the store", remedy: "add it with a bundle that carries everything")
  }
}
