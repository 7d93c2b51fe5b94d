import Glibc
import Graph
import Store

/// Digests of files, remembered for as long as the files stay what they are: a minute of a camera's video takes as long to
/// hash as a remix of it to draw.
struct FileDigests: Sendable {
  let cache: (any Cache)?
  /// Below it, hashing is quicker than remembering.
  private static let worthwhile = 4 << 20
  /// A file that was written this recently, in seconds, might be written again without another time stamp.
  private static let settling = 2

  func digest(of path: String, kind: String) throws(RepriseError) -> Digest {
    guard let cache, let key = FileDigests.key(of: path) else { return try LocalFile.digest(of: path, kind: kind) }
    if let known = cache.bytes(for: key), let digest = Digest(hexadecimal: String(decoding: known, as: UTF8.self)) {
      return digest
    }
    let digest = try LocalFile.digest(of: path, kind: kind)
    // Unless it changed meanwhile.
    if FileDigests.key(of: path) == key { cache.keep(Array("\(digest)".utf8), for: key) }
    return digest
  }

  /// Everything that changes when a file does; a change sets `ctime`, which nobody can set back. Nil if it is not worth it,
  /// or not safe.
  private static func key(of path: String) -> CacheKey? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_size >= worthwhile, time(nil) - status.st_ctim.tv_sec > settling else {
      return nil
    }
    let (changed, written) = (status.st_ctim, status.st_mtim)
    let identity = [
      Int64(bitPattern: UInt64(status.st_dev)), Int64(bitPattern: UInt64(status.st_ino)), Int64(status.st_size),
      Int64(changed.tv_sec), Int64(changed.tv_nsec), Int64(written.tv_sec), Int64(written.tv_nsec),
    ]
    return CacheKey(.file, Digest(of: "\(identity)".utf8))
  }
}
