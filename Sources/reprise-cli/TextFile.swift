import Glibc
import Reprise

/// Text from outside: standard input, or a file of params.
enum TextFile {
  /// As much as a recipe may have; more is refused before it is all read.
  private static let limit = 128 * 1024

  static func standardInput() throws(RepriseError) -> String {
    try text(from: STDIN_FILENO, name: "standard input")
  }

  static func text(of path: String) throws(RepriseError) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("\"\(path)\"", errno) }
    defer { close(descriptor) }
    return try text(from: descriptor, name: "\"\(path)\"")
  }

  private static func text(from descriptor: Int32, name: String) throws(RepriseError) -> String {
    var bytes: [UInt8] = []
    while let piece = try piece(of: descriptor, name: name) {
      bytes += piece
      guard bytes.count <= limit else {
        throw RepriseError(.usage, code: "tooLarge", came: "\(name) has more than \(limit / 1024) KiB")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RepriseError(.usage, code: "notText", came: "\(name) is not text in UTF-8")
    }
    return text
  }

  /// Nil at the end.
  private static func piece(of descriptor: Int32, name: String) throws(RepriseError) -> [UInt8]? {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, length in
      repeat { count = read(descriptor, buffer.baseAddress, buffer.count) } while count < 0 && errno == EINTR
      length = max(0, count)
    }
    guard count >= 0 else { throw failure(name, errno) }
    return bytes.isEmpty ? nil : bytes
  }

  /// Writes a new file; one that is there already stays as it is.
  static func create(_ path: String, _ text: String) throws(RepriseError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw errno == EEXIST ? exists(path) : failure("\"\(path)\"", errno)
    }
    defer { close(descriptor) }
    try Console.write(text, to: descriptor)
  }

  /// Writes a file whole, in the place of one that may be there.
  static func replace(_ path: String, _ text: String) throws(RepriseError) {
    let draft = "\(path).\(getpid())"
    try create(draft, text)
    guard rename(draft, path) == 0 else {
      let error = failure("\"\(path)\"", errno)
      unlink(draft)
      throw error
    }
  }

  /// Looks before any work is done for it.
  static func checkIsNew(_ path: String) throws(RepriseError) {
    guard access(path, F_OK) != 0 else { throw exists(path) }
  }

  private static func exists(_ path: String) -> RepriseError {
    RepriseError(
      .usage, code: "exists", came: "\"\(path)\" is there already", remedy: "choose another name, or move it away")
  }

  private static func failure(_ name: String, _ code: Int32) -> RepriseError {
    let isUsage = [ENOENT, ENOTDIR, EISDIR, ENAMETOOLONG].contains(code)
    return RepriseError(
      isUsage ? .usage : .machine, code: "unreadable", came: "\(name): \(String(cString: strerror(code)))")
  }
}
