import Glibc
import Graph

/// A file that is being written, and appears under its name whole or not at all.
///
/// Until then it has a hidden name on the same disk. Without a name of its own it goes with the object; after `kill -9`
/// it stays. It belongs to one thread at a time.
final class TemporaryFile {
  private let file: OpenFile
  private var isNamed = false

  /// - Parameters:
  ///   - folder: Where it lies until it has its name.
  ///   - mode: The rights that the file will have.
  init(in folder: String, mode: mode_t) throws(StoreError) {
    let name = "\(folder)/.reprise-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
    file = try OpenFile(making: name, mode: mode)
  }

  deinit {
    if !isNamed { unlink(file.path) }
  }

  func append(_ bytes: [UInt8]) throws(StoreError) {
    try file.append(bytes)
  }

  /// Makes sure that the bytes are on the disk, then gives the file its name, in the place of whatever had it.
  func commit(as path: String) throws(StoreError) {
    try synchronize()
    try rename(to: path)
    try Folder.synchronize(path.parentFolder)
  }

  /// As `commit`, but whatever has the name already keeps it.
  func commitIfAbsent(as path: String) throws(StoreError) {
    try synchronize()
    guard link(file.path, path) == 0 || errno == EEXIST else { throw .system(at: path) }
    try Folder.synchronize(path.parentFolder)
  }

  /// Waits until what was written is on the disk.
  func synchronize() throws(StoreError) {
    try file.synchronize()
  }

  /// - Precondition: the bytes are on the disk.
  func rename(to path: String) throws(StoreError) {
    guard Glibc.rename(file.path, path) == 0 else { throw .system(at: path) }
    isNamed = true
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
