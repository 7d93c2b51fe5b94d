internal import Glibc

extension Secret {
  /// The key in a variable of the environment; nil if it is not set, empty, or no key.
  package init?(environment name: String) {
    // Safe because the text is copied before anything else can change the environment.
    guard let value = getenv(name) else { return nil }
    self.init(String(cString: value))
  }

  /// The key that a file holds, and nothing else.
  ///
  /// - Throws: `.badKeyFile` if the file cannot be read, belongs to somebody else, can be read by others, or holds no key.
  package init(file path: String) throws(BackendError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .badKeyFile(path: path, problem: String(cString: strerror(errno))) }
    defer { close(descriptor) }
    if let problem = Self.problem(of: descriptor) { throw .badKeyFile(path: path, problem: problem) }
    var bytes = [UInt8](repeating: 0, count: 2048)
    let count = read(descriptor, &bytes, bytes.count)
    guard let secret = Secret(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)) else {
      throw .badKeyFile(path: path, problem: "it holds no key: one line of up to 1024 printable characters")
    }
    self = secret
  }

  /// Asked of the open file, so that it cannot be exchanged in between.
  private static func problem(of descriptor: Int32) -> String? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return "it is no file" }
    guard status.st_uid == geteuid() else { return "it belongs to another user" }
    guard status.st_mode & 0o077 == 0 else { return "others may read it; run chmod 600 on it" }
    return nil
  }
}
