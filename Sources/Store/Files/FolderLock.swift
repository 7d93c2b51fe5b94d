import Glibc

/// A lock between processes and threads, on a file that is there for nothing else. The system lets go of it when a
/// process ends, however it ends.
struct FolderLock: Sendable {
  let path: String

  /// Runs while nobody holds it exclusively.
  func shared<R>(_ body: () throws(StoreError) -> R) throws(StoreError) -> R {
    try holding(LOCK_SH, body)
  }

  /// Runs while nobody else holds it.
  func exclusive<R>(_ body: () throws(StoreError) -> R) throws(StoreError) -> R {
    try holding(LOCK_EX, body)
  }

  /// Opens the file each time: a lock belongs to an opening, and threads would share that of a common one.
  private func holding<R>(_ mode: Int32, _ body: () throws(StoreError) -> R) throws(StoreError) -> R {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(at: path) }
    defer { close(descriptor) }
    while flock(descriptor, mode) != 0 {
      guard errno == EINTR else { throw .system(at: path) }
    }
    return try body()
  }
}
