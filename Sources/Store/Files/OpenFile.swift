import Glibc
import Graph

/// A file that is open, and its owner: closed when the value goes. Reading and writing name their place.
struct OpenFile: ~Copyable, Sendable {
  let path: String
  private let descriptor: Int32

  private init(_ path: String, _ descriptor: Int32) {
    (self.path, self.descriptor) = (path, descriptor)
  }

  /// Opens a regular file for reading; nil if there is none.
  static func reading(_ path: String) throws(StoreError) -> OpenFile? {
    guard !path.utf8.contains(0) else { throw StoreError(.unreachable, path, "the path holds a NUL byte") }
    // Without waiting, because opening a pipe would wait for somebody to write into it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      guard errno != ENOENT else { return nil }
      throw .system(at: path)
    }
    let file = OpenFile(path, descriptor)
    guard try file.status().isRegular else {
      throw StoreError(.unreachable, path, "is not a regular file", wanted: "a file")
    }
    return file
  }

  /// Makes a file that must not be there yet.
  init(making path: String, mode: mode_t) throws(StoreError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .system(at: path) }
    self.init(path, descriptor)
  }

  deinit { close(descriptor) }

  func status() throws(StoreError) -> FileStatus {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(at: path) }
    return FileStatus(status)
  }

  /// Fills the front of `buffer` with what stands at `offset`.
  ///
  /// - Returns: How many bytes: fewer than there is room for only at the end of the file.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(StoreError) -> Int {
    var done = 0
    while done < buffer.count {
      let count = pread(
        descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done, off_t(offset) + off_t(done))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .system(at: path) }
      guard count > 0 else { break }
      done += count
    }
    return done
  }

  /// Adds bytes at the end.
  func append(_ bytes: UnsafeRawBufferPointer) throws(StoreError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = write(descriptor, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw StoreError(system: count < 0 ? errno : ENOSPC, at: path) }
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
  }

  /// Takes over another file's content without copying it, where the file system can.
  func clone(_ other: borrowing OpenFile) -> Bool {
    // FICLONE, which is not imported: it is a macro of macros.
    ioctl(descriptor, 0x4004_9409, other.descriptor) == 0
  }

  /// Waits until what was written is on the disk.
  func synchronize() throws(StoreError) {
    guard fsync(descriptor) == 0 else { throw .system(at: path) }
  }
}

extension OpenFile {
  /// Passes the file on in pieces of at most a mebibyte, from an offset to the end.
  func forEachPiece(
    from start: Int64 = 0, _ body: (UnsafeRawBufferPointer) throws(StoreError) -> Void
  ) throws(StoreError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
    defer { buffer.deallocate() }
    var offset = start
    while true {
      let count = try read(into: buffer, at: offset)
      guard count > 0 else { return }
      // Safe because `read` has filled so many bytes.
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      offset += Int64(count)
    }
  }

  /// The SHA-256 of everything from an offset on.
  func digest(from start: Int64 = 0) throws(StoreError) -> Digest {
    var hash = RunningDigest()
    try forEachPiece(from: start) { piece in hash.update(piece) }
    return hash.finished()
  }

  /// So many bytes from an offset on; fewer if the file ends before.
  func bytes(_ count: Int, from start: Int64 = 0) throws(StoreError) -> [UInt8] {
    var failure: StoreError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      do throws(StoreError) {
        filled = try read(into: UnsafeMutableRawBufferPointer(buffer), at: start)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }
}
