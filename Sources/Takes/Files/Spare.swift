internal import Glibc

/// Room on the disk that is kept for what must be written once money is spent.
///
/// A disk may fill up while a server works. Then the file goes, and the line that says what was bought has its room.
struct Spare: Sendable {
  let path: String

  /// Far more than the lines of the tickets that can be open at a time.
  private static let size = 256 << 10

  /// Makes the file, if it is not there.
  ///
  /// - Throws: `.full`, before anything is bought.
  func fill() throws(TakeError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(at: path) }
    defer { close(descriptor) }
    let failure = posix_fallocate(descriptor, 0, off_t(Spare.size))
    guard failure == 0 else {
      unlink(path)
      throw TakeError(system: failure, at: path)
    }
  }

  /// Gives the room back.
  func release() { unlink(path) }
}
