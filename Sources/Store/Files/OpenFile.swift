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

  /// So many bytes from an offset on; fewer if the file ends before.
  func bytes(_ count: Int, from start: Int64 = 0) throws(StoreError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let step = pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, off_t(start) + filled)
        if step < 0, errno == EINTR { continue }
        if step < 0 { failure = errno }
        guard step > 0 else { return }
        filled += step
      }
    }
    guard failure == 0 else { throw StoreError(system: failure, at: path) }
    return bytes
  }

  /// Adds bytes at the end.
  func append(_ bytes: [UInt8]) throws(StoreError) {
    var done = 0
    while done < bytes.count {
      let step = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done) }
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { throw StoreError(system: step < 0 ? errno : ENOSPC, at: path) }
      done += step
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
  /// How much is read or written at once.
  static let piece = 1 << 20

  /// Passes the file on in pieces, from an offset to the end.
  func forEachPiece(from start: Int64 = 0, _ body: ([UInt8]) throws(StoreError) -> Void) throws(StoreError) {
    var offset = start
    while true {
      let piece = try bytes(OpenFile.piece, from: offset)
      guard !piece.isEmpty else { return }
      try body(piece)
      offset += Int64(piece.count)
    }
  }

  /// The SHA-256 of everything from an offset on.
  func digest(from start: Int64 = 0) throws(StoreError) -> Digest {
    var hash = RunningDigest()
    try forEachPiece(from: start) { piece in hash.update(piece) }
    return hash.finished()
  }
}

extension RunningDigest {
  mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }
}
