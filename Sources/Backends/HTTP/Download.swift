internal import Glibc

/// A file that comes to be: under another name until it is whole, and gone if it never is.
final class Download {
  private let path: String
  private let descriptor: Int32
  private var isWhole = false

  /// - Throws: `.file` if it cannot be made.
  init(of path: String) throws(BackendError) {
    self.path = path
    descriptor = open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .file(path: path, problem: Self.reason) }
  }

  deinit {
    close(descriptor)
    if !isWhole { unlink(path + ".part") }
  }

  private static var reason: String { String(cString: strerror(errno)) }

  func write(_ bytes: UnsafeRawBufferPointer) throws(BackendError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // Safe because the slice lies in memory that the caller holds.
      let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      guard count > 0 || errno == EINTR else { throw .file(path: path, problem: Self.reason) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Gives the file its name, over one that had it.
  func finish() throws(BackendError) {
    guard fsync(descriptor) == 0, rename(path + ".part", path) == 0 else {
      throw .file(path: path, problem: Self.reason)
    }
    isWhole = true
  }
}
