import Glibc
import Graph

/// A file that is being written, and appears under its name whole or not at all.
///
/// Until then it has a hidden name on the same disk. Without `commit` it goes with the value; after `kill -9` it stays.
struct TemporaryFile: ~Copyable {
  fileprivate let file: OpenFile
  private var isCommitted = false

  /// - Parameters:
  ///   - folder: Where it lies until it has its name.
  ///   - mode: The rights that the file will have.
  init(in folder: String, mode: mode_t) throws(StoreError) {
    let name = "\(folder)/.reprise-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
    file = try OpenFile(making: name, mode: mode)
  }

  deinit {
    if !isCommitted { unlink(file.path) }
  }

  func append(_ bytes: [UInt8]) throws(StoreError) {
    try file.append(bytes)
  }

  /// Makes sure that the bytes are on the disk, then gives the file its name, in the place of whatever had it.
  consuming func commit(as path: String) throws(StoreError) {
    try file.synchronize()
    guard rename(file.path, path) == 0 else { throw .system(at: path) }
    isCommitted = true
    try Folder.synchronize(path.parentFolder)
  }

  /// As `commit`, but keeps a file that has the name already.
  ///
  /// - Returns: Whether the name was free.
  consuming func commitIfAbsent(as path: String) throws(StoreError) -> Bool {
    try file.synchronize()
    guard link(file.path, path) == 0 else {
      guard errno == EEXIST else { throw .system(at: path) }
      return false
    }
    try Folder.synchronize(path.parentFolder)
    return true
  }
}

extension TemporaryFile {
  /// Fills the file with another's content.
  ///
  /// - Returns: The digest of what is in it now.
  func takeOver(_ source: borrowing OpenFile) throws(StoreError) -> Digest {
    if file.clone(source) { return try file.digest() }
    var hash = RunningDigest()
    try source.forEachPiece { piece throws(StoreError) in
      hash.update(piece)
      try file.append(piece)
    }
    return hash.finished()
  }
}
