internal import Glibc

/// A file that is only ever added to, by any number of processes, one at a time; and its owner.
///
/// A line that was cut short by a crash is the last one, and was never told to anybody: the next writer drops it.
package final class Journal<Failure: JournalFailure>: Sendable {
  package let path: String
  private let descriptor: Int32
  /// Whether we may write. A journal on a disk that may only be read can still be read.
  package let isWritable: Bool

  /// Opens a file, or makes one that its owner alone may read.
  package init(at path: String) throws(Failure) {
    let flags = O_CLOEXEC | O_APPEND
    var descriptor = open(path, O_RDWR | O_CREAT | flags, 0o600)
    isWritable = descriptor >= 0
    if !isWritable, [EROFS, EACCES, EPERM].contains(errno) { descriptor = open(path, O_RDONLY | flags) }
    guard descriptor >= 0 else { throw Failure(system: errno, at: path) }
    (self.path, self.descriptor) = (path, descriptor)
    if isWritable { try Journal.synchronizeFolder(of: path) }
  }

  /// Opens a file that is there, for reading alone.
  package init(reading path: String) throws(Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(system: errno, at: path) }
    (self.path, self.descriptor, isWritable) = (path, descriptor, false)
  }

  deinit { close(descriptor) }

  private static func synchronizeFolder(of path: String) throws(Failure) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(system: errno, at: folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw Failure(system: errno, at: folder) }
  }
}

extension Journal {
  package enum Access {
    case reading, writing
  }

  /// Runs while nobody else writes, in this process or another. The system lets go when a process ends, however it ends.
  package func locked<R>(for access: Access, _ body: () throws(Failure) -> R) throws(Failure) -> R {
    guard isWritable || access == .reading else { throw Failure(system: EROFS, at: path) }
    while flock(descriptor, access == .writing ? LOCK_EX : LOCK_SH) != 0 {
      guard errno == EINTR else { throw Failure(system: errno, at: path) }
    }
    defer { _ = flock(descriptor, LOCK_UN) }
    try checkIdentity()
    return try body()
  }

  /// What we have open must still be what others open: a line in a file that was moved away is lost.
  private func checkIdentity() throws(Failure) {
    var (ours, theirs) = (stat(), stat())
    guard fstat(descriptor, &ours) == 0 else { throw Failure(system: errno, at: path) }
    guard stat(path, &theirs) == 0, ours.st_ino == theirs.st_ino, ours.st_dev == theirs.st_dev else {
      throw Failure(lost: path, "was moved or replaced while it was in use")
    }
  }

  package func size() throws(Failure) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Failure(system: errno, at: path) }
    return Int(status.st_size)
  }

  /// At most so many bytes from an offset on; none at the end.
  package func bytes(_ count: Int, from start: Int) throws(Failure) -> [UInt8] {
    var (got, failure) = (0, Int32(0))
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat { got = pread(descriptor, buffer.baseAddress, count, off_t(start)) } while got < 0 && errno == EINTR
      failure = got < 0 ? errno : 0
      filled = max(0, got)
    }
    guard failure == 0 else { throw Failure(system: failure, at: path) }
    return bytes
  }

  /// Adds bytes at the end, and waits until they are on the disk. All of them are there then, or none.
  package func append(_ bytes: [UInt8]) throws(Failure) {
    let before = try size()
    do throws(Failure) {
      try write(bytes)
      guard fsync(descriptor) == 0 else { throw Failure(system: errno, at: path) }
    } catch {
      // Should even this fail, the next writer drops what stands behind the last end of a line.
      ftruncate(descriptor, off_t(before))
      throw error
    }
  }

  private func write(_ bytes: [UInt8]) throws(Failure) {
    var done = 0
    while done < bytes.count {
      let step = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done) }
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { throw Failure(system: step < 0 ? errno : ENOSPC, at: path) }
      done += step
    }
  }

  /// Drops what is behind an offset.
  package func cut(to size: Int) throws(Failure) {
    guard ftruncate(descriptor, off_t(size)) == 0, fsync(descriptor) == 0 else {
      throw Failure(system: errno, at: path)
    }
  }
}
