import Glibc

/// A file that is being written, and appears under its name whole or not at all.
///
/// It has a hidden name in the folder where it will lie at last, or in one above. Without `commit` it goes with the
/// value; after `kill -9` it stays until `DigestFolder.sweep` finds it.
struct TemporaryFile: ~Copyable {
  let file: OpenFile
  private var isCommitted = false

  /// - Parameter mode: The rights that the file will have.
  init(in folder: String, mode: mode_t) throws(StoreError) {
    let name = "\(folder)/\(TemporaryFile.prefix)\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
    file = try OpenFile(making: name, mode: mode)
  }

  deinit {
    if !isCommitted { unlink(file.path) }
  }

  static let prefix = ".reprise-"

  func append(_ bytes: [UInt8]) throws(StoreError) {
    var failure: StoreError?
    bytes.withUnsafeBytes { bytes in
      do throws(StoreError) { try file.append(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
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
