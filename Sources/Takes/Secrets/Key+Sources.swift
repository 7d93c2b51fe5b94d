internal import Glibc

extension Key {
  /// The key in a variable of the environment; nil if there is none.
  package init?(environment name: String) throws(TakeError) {
    guard let value = getenv(name) else { return nil }
    try self.init(String(cString: value).trimmed, from: "the environment's \(name)")
  }

  /// The key in a file of its own; nil if there is none.
  ///
  /// - Throws: `.unsafeKey` if it is another user's, or others may read or change it.
  package init?(file path: String) throws(TakeError) {
    guard let text = try Key.text(at: path) else { return nil }
    try self.init(text.trimmed, from: path)
  }

  /// Looks at what is open, not at what has the name: that may change in between.
  private static func text(at path: String) throws(TakeError) -> String? {
    // Without waiting, because opening a pipe would wait for somebody to write into it.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      guard errno != ENOENT else { return nil }
      throw .system(at: path)
    }
    defer { close(descriptor) }
    try check(descriptor, path)
    var bytes = [UInt8](repeating: 0, count: 8192)
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw .system(at: path) }
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  private static func check(_ descriptor: Int32, _ path: String) throws(TakeError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(at: path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw TakeError(.unreachable, path, "is not a file") }
    guard status.st_uid == geteuid() else {
      throw TakeError(.unsafeKey, path, "belongs to another user", remedy: "use a file of your own")
    }
    guard status.st_mode & 0o077 == 0 else {
      let mode = String(status.st_mode & 0o777, radix: 8)
      throw TakeError(.unsafeKey, path, "others may read or change it (mode \(mode))", remedy: "chmod 600 \(path)")
    }
  }
}

extension String {
  /// Without the line's end and blanks around.
  fileprivate var trimmed: String {
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let start = unicodeScalars.drop(while: isBlank)
    return String(String.UnicodeScalarView(start.reversed().drop(while: isBlank).reversed()))
  }
}
