import Glibc

/// A file descriptor and its owner: closed when the value goes. Reading and writing name their place, so that any
/// number of threads may share it.
struct OpenFile: ~Copyable, Sendable {
  /// The reason of a failed system call, by its number.
  struct Failure: Error {
    let code: Int32
  }

  private let descriptor: Int32
  /// The hidden name that a new file got; nil where the file system knows files without a name, which vanish on their
  /// own when they are closed, even after `kill -9`.
  let name: String?

  /// Makes a new file in a folder.
  ///
  /// - Parameter unnamed: False to do as where the file system knows no files without a name.
  init(temporaryIn folder: String, unnamed: Bool = true) throws(Failure) {
    // O_TMPFILE, which is not imported: it is a macro of macros.
    let temporary: Int32 = 0o20_000_000 | O_DIRECTORY
    let opened = unnamed ? open(folder, temporary | O_RDWR | O_CLOEXEC, 0o666) : -1
    let path = Self.hiddenPath(in: folder)
    name = opened < 0 ? path : nil
    descriptor = try Self.check(opened < 0 ? open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o666) : opened)
  }

  private init(folder: String) throws(Failure) {
    name = nil
    descriptor = try Self.check(open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  }

  deinit { close(descriptor) }

  /// Writes all of it.
  ///
  /// - Returns: What went wrong, if anything.
  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int64) -> Failure? {
    var done = 0
    while done < bytes.count {
      let count = pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, Int(offset) + done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return Failure(code: count < 0 ? errno : ENOSPC) }
      done += count
    }
    return nil
  }

  /// Fills `bytes`.
  ///
  /// - Returns: What went wrong, if anything; `EIO` for a file that ends too early.
  func read(into bytes: UnsafeMutableRawBufferPointer, at offset: Int64) -> Failure? {
    var done = 0
    while done < bytes.count {
      let count = pread(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, Int(offset) + done)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return Failure(code: count < 0 ? errno : EIO) }
      done += count
    }
    return nil
  }

  /// Gives a file that has no name one.
  func link(as path: String) throws(Failure) {
    try Self.check(linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW))
  }

  /// The file as it is now.
  var identity: FileIdentity? { FileIdentity(descriptor: descriptor) }

  /// Waits until what was written is on the disk.
  func synchronize() throws(Failure) {
    try Self.check(fsync(descriptor))
  }

  /// Waits until the names in a folder are on the disk.
  static func synchronize(folder: String) throws(Failure) {
    try OpenFile(folder: folder).synchronize()
  }

  static func hiddenPath(in folder: String) -> String {
    "\(folder)/.reprise-\(String(UInt64.random(in: 0...UInt64.max), radix: 36))"
  }

  @discardableResult
  static func check(_ result: Int32) throws(Failure) -> Int32 {
    guard result >= 0 else { throw Failure(code: errno) }
    return result
  }
}
