import Glibc

/// What the system knows of a file. Equal as long as nobody has written to it, put another in its place, or used it.
struct FileStatus: Hashable, Sendable {
  let device: UInt
  let inode: UInt
  let size: Int64
  /// Nanoseconds since 1970.
  let modified: Int64
  let isRegular: Bool
  /// Who may read, write and execute.
  let rights: UInt32

  init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
    size = Int64(status.st_size)
    modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    isRegular = status.st_mode & S_IFMT == S_IFREG
    rights = status.st_mode & 0o7777
  }

  /// What has the name at present; nil if nothing has, or we may not know.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }

  /// Seconds since it was written or used last; negative if the clock was turned back.
  var age: Double { Double(FileStatus.now - modified) / 1e9 }

  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
