import Glibc

/// A file that appears under its name whole, or not at all.
///
/// What is written goes to a file without a name in the same folder or, where the file system knows no such thing, with
/// a hidden one. `commit` puts it in the place of whatever had the name. Without a commit nothing is left behind: not
/// even after `kill -9`, where files without names are known.
///
/// It belongs to one thread at a time.
package final class AtomicFile {
  /// The path as the caller gave it.
  package let path: String
  let file: OpenFile
  private let target: String
  /// The hidden name that the file has at present, if any.
  private var hidden: String?

  /// - Parameter path: Where the file shall appear; a link is followed.
  /// - Throws: if the folder does not exist or may not be written to, or the path is that of a folder or a device.
  package convenience init(_ path: String) throws(CodecError) {
    try self.init(path, unnamed: true)
  }

  init(_ path: String, unnamed: Bool) throws(CodecError) {
    self.path = path
    target = Self.resolved(path)
    do throws(OpenFile.Failure) {
      try Self.checkReplaceable(target)
      file = try OpenFile(temporaryIn: Self.folder(of: target), unnamed: unnamed)
    } catch {
      throw .unwritable(path, error)
    }
    hidden = file.name
  }

  deinit {
    if let hidden { unlink(hidden) }
  }

  /// Writes a whole file's bytes at once.
  package func write(_ bytes: [UInt8]) throws(CodecError) {
    guard let failure = bytes.withUnsafeBytes({ file.write($0, at: 0) }) else { return }
    throw .unwritable(path, failure, progress: "wrote less than \(bytes.count) bytes")
  }

  /// The file as it is now, also where another has taken its place meanwhile.
  package var identity: FileIdentity? { file.identity }

  /// Makes sure that the bytes are on the disk, and gives the file its name. Nothing may be written after it.
  package func commit() throws(CodecError) {
    do throws(OpenFile.Failure) {
      try file.synchronize()
      try OpenFile.check(rename(hiddenName(), target))
      hidden = nil
      try OpenFile.synchronize(folder: Self.folder(of: target))
    } catch {
      throw .unwritable(path, error)
    }
  }

  /// A name to rename from. A file without one gets one first, since the system links to new names only.
  private func hiddenName() throws(OpenFile.Failure) -> String {
    if let hidden { return hidden }
    let name = OpenFile.hiddenPath(in: Self.folder(of: target))
    try file.link(as: name)
    hidden = name
    return name
  }

  /// Where a link leads, if it is one; the path itself otherwise.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Refuses what a file must not take the place of: a folder, a device (as root, even `/dev/null`), a pipe.
  private static func checkReplaceable(_ path: String) throws(OpenFile.Failure) {
    guard !path.utf8.contains(0) else { throw OpenFile.Failure(code: EINVAL) }
    guard !path.isEmpty, !path.hasSuffix("/") else { throw OpenFile.Failure(code: EISDIR) }
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFDIR: throw OpenFile.Failure(code: EISDIR)
    default: throw OpenFile.Failure(code: ENODEV)
    }
  }
}
