internal import Glibc
internal import Journal

extension TakeError: JournalFailure {
  /// A system call that failed, in the words of somebody who wanted a file.
  package init(system number: Int32, at path: String) {
    switch number {
    case ENOENT: self.init(.unreachable, path, "there is no such file or folder", remedy: "check the path")
    case ENOSPC, EDQUOT, EFBIG:
      self.init(.full, path, "the disk is full", remedy: "make room; nothing is bought until then")
    case EROFS, EACCES, EPERM:
      self.init(.readOnly, path, "we may not do that there", remedy: "change the rights, or use another folder")
    default: self.init(.unreachable, path, String(cString: strerror(number)))
    }
  }

  package init(lost path: String, _ came: String) {
    self.init(.unreachable, path, came, remedy: "start again")
  }

  /// The number that the last call left behind.
  static func system(at path: String) -> TakeError { TakeError(system: errno, at: path) }
}
