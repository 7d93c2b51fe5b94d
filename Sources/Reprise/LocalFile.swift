import Glibc
import Graph

/// Reading of files on this machine, with errors that say what is wrong with them.
enum LocalFile {
  /// The whole of a small file.
  static func bytes(of path: String, atMost limit: Int, kind: String) throws(RepriseError) -> [UInt8] {
    let file = try open(path, kind: kind)
    defer { close(file) }
    var bytes: [UInt8] = []
    try read(file, path, kind: kind) { chunk throws(RepriseError) in
      bytes += chunk
      guard bytes.count <= limit else {
        throw RepriseError(
          .recipe, code: "tooLarge", came: "\"\(path)\" is larger than \(limit / 1024) KiB", remedy: "name a \(kind)")
      }
    }
    return bytes
  }

  /// The first bytes of a file, at most `count`.
  static func head(of path: String, _ count: Int) throws(RepriseError) -> [UInt8] {
    let file = try open(path, kind: "recipe")
    defer { close(file) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(file, buffer.baseAddress, count, 0))
    }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The folder that a file is in.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path from the root, with links followed; nil where there is nothing.
  static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// The digest of a file's content, read in pieces.
  static func digest(of path: String, kind: String) throws(RepriseError) -> Digest {
    let file = try open(path, kind: kind)
    defer { close(file) }
    var hash = RunningDigest()
    try read(file, path, kind: kind) { chunk in hash.update(UnsafeRawBufferPointer(chunk)) }
    return hash.finished()
  }

  /// The length of a file that was just written; 0 if it has gone since.
  static func byteCount(of path: String) -> Int64 {
    var status = stat()
    return stat(path, &status) == 0 ? Int64(status.st_size) : 0
  }

  /// Where files go that nobody shall find.
  static var temporaryFolder: String {
    let named = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    return named.isEmpty ? "/tmp" : named
  }

  private static func open(_ path: String, kind: String) throws(RepriseError) -> Int32 {
    guard !path.utf8.contains(0) else { throw failure(path, kind, ENOENT) }
    let file = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw failure(path, kind, errno) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      close(file)
      throw isFolder
        ? failure(path, kind, EISDIR)
        : RepriseError(
          .recipe, code: "notAFile", came: "\"\(path)\" is not a regular file", remedy: "name a \(kind) file")
    }
    return file
  }

  private static func read(
    _ file: Int32, _ path: String, kind: String, _ body: (UnsafeBufferPointer<UInt8>) throws(RepriseError) -> Void
  ) throws(RepriseError) {
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1 << 20)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(file, buffer.baseAddress, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(path, kind, errno) }
      guard count > 0 else { return }
      // Safe because `read` has filled so many bytes.
      try body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<count]))
    }
  }

  private static func failure(_ path: String, _ kind: String, _ code: Int32) -> RepriseError {
    switch code {
    case ENOENT: RepriseError(.recipe, code: "missing", came: "there is no file \"\(path)\"", remedy: "check the name")
    case EISDIR:
      RepriseError(.recipe, code: "folder", came: "\"\(path)\" is a folder", remedy: "name a \(kind) file in it")
    case EACCES:
      RepriseError(.recipe, code: "noPermission", came: "\"\(path)\" may not be read", remedy: "change its permissions")
    default: RepriseError(.machine, code: "unreadable", came: "\"\(path)\": \(String(cString: strerror(code)))")
    }
  }
}
