import Glibc

/// Which file this is, and as it is now: of two that are equal, nobody has written to the file in between.
///
/// A change sets `ctime`, which nobody can set back; where a file system keeps whole seconds only, see `isSettled`.
package struct FileIdentity: Hashable, Sendable {
  package let size: Int64
  private let device: UInt64
  private let number: UInt64
  private let changed: [Int64]
  private let written: [Int64]

  /// Nil if there is no such file, or it is not a regular one.
  package init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    (size, device, number) = (Int64(status.st_size), UInt64(status.st_dev), UInt64(status.st_ino))
    changed = [Int64(status.st_ctim.tv_sec), Int64(status.st_ctim.tv_nsec)]
    written = [Int64(status.st_mtim.tv_sec), Int64(status.st_mtim.tv_nsec)]
  }

  /// Whether a further change would show: the last one is some seconds past.
  package var isSettled: Bool { Int64(time(nil)) - changed[0] > 2 }

  /// Whether the file system tells instants within a second apart.
  package var isFine: Bool { changed[1] != 0 }
}

extension FileIdentity: CustomStringConvertible {
  package var description: String { "\(device) \(number) \(size) \(changed) \(written)" }
}
