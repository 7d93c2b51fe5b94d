import Glibc

/// A regular file, open for reading by any number of readers at once: each says where it reads.
package final class InputFile: Sendable {
  package let path: String
  /// Bytes when it was opened. What is added later is not read.
  package let size: Int64
  /// Open for as long as this object lives.
  package let descriptor: Int32
  /// How much reading it may take.
  package let limits: MediaLimits

  /// A file that somebody else opened and looked at, and that is now this object's to close.
  package init(descriptor: Int32, size: Int64, path: String, limits: MediaLimits) {
    (self.descriptor, self.size, self.path, self.limits) = (descriptor, size, path, limits)
  }

  /// - Throws: `.unreachable`, `.notAFile` or `.empty`.
  package init(path: String, limits: MediaLimits = MediaLimits()) throws(CodecError) {
    guard !path.utf8.contains(0) else { throw CodecError(.unreachable, path, "the path holds a NUL byte") }
    // Without waiting, because opening a pipe would wait for somebody to write into it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Self.unreachable(path, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
      close(descriptor)
      throw Self.unfit(path, status)
    }
    self.path = path
    self.size = Int64(status.st_size)
    self.descriptor = descriptor
    self.limits = limits
  }

  deinit { close(descriptor) }

  /// Fills the front of `buffer` with what stands at `offset`.
  ///
  /// - Returns: How many bytes; 0 at the end; a negated `errno` if the system refuses.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) -> Int {
    let wanted = min(Int64(buffer.count), size - offset)
    guard wanted > 0, offset >= 0 else { return 0 }
    while true {
      let count = pread(descriptor, buffer.baseAddress, Int(wanted), off_t(offset))
      guard count < 0 else { return count }
      guard errno == EINTR else { return -Int(errno) }
    }
  }

  /// The first bytes, at most `count`.
  package func head(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, read(into: UnsafeMutableRawBufferPointer(buffer), at: 0))
    }
  }

  private static func unreachable(_ path: String, _ number: Int32) -> CodecError {
    switch number {
    case ENOENT, ENOTDIR: CodecError(.unreachable, path, "there is no such file", remedy: "check the path")
    case EACCES, EPERM: CodecError(.unreachable, path, "may not be read", remedy: "change its permissions")
    case ENXIO: CodecError(.notAFile, path, "is not a regular file", remedy: "give a media file")
    default: CodecError(.unreachable, path, "cannot be opened: \(String(cString: strerror(number)))")
    }
  }

  private static func unfit(_ path: String, _ status: stat) -> CodecError {
    switch status.st_mode & S_IFMT {
    case S_IFREG: CodecError(.empty, path, "is empty", remedy: "give a media file")
    case S_IFDIR: CodecError(.notAFile, path, "is a directory", remedy: "give a media file inside it")
    case S_IFIFO: CodecError(.notAFile, path, "is a pipe", remedy: "write it to a file first")
    default: CodecError(.notAFile, path, "is not a regular file", remedy: "give a media file")
    }
  }
}
