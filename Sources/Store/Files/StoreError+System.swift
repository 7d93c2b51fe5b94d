import Glibc

extension StoreError {
  /// A system call that failed, in the words of somebody who wanted a file.
  package init(system number: Int32, at path: String) {
    switch number {
    case ENOENT: self.init(.missing, path, "there is no such file or folder", remedy: "check the path")
    case ENOTDIR: self.init(.unreachable, path, "a part of the path is not a folder", remedy: "check the path")
    case EISDIR: self.init(.unreachable, path, "is a folder", wanted: "a file")
    case ENOSPC, EDQUOT:
      self.init(.full, path, "the disk is full", remedy: "make room, prune the store, or use one on another disk")
    case EFBIG:
      self.init(.full, path, "a file may not grow so large there", remedy: "raise the limit, or use another store")
    case EROFS: self.init(.readOnly, path, "the disk may only be read", remedy: "use a store on another disk")
    case EACCES, EPERM:
      self.init(.readOnly, path, "we may not do that there", remedy: "change the rights of the folder, or use another")
    case EXDEV:
      self.init(.unreachable, path, "lies on another disk than the rest of its folder", remedy: "keep them together")
    default: self.init(.unreachable, path, String(cString: strerror(number)))
    }
  }

  /// The number that the last call left behind.
  static func system(at path: String) -> StoreError { StoreError(system: errno, at: path) }
}
