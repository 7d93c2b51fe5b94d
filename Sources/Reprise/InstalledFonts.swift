import Draw
import Graph
import Synchronization

/// The fonts of this machine, which its owner chose: a post's font that is one of them, to the byte, is no stranger's.
enum InstalledFonts {
  /// By how many bytes they have. Fonts that are installed later are strangers to this process.
  private static let bySize: [Int64: [String]] = {
    let files = (try? FontLibrary())?.files ?? []
    return Dictionary(grouping: files) { LocalFile.byteCount(of: $0) }
  }()

  private static let digests = Mutex<[String: Digest]>([:])

  /// Whether all of some files are installed.
  static func include(_ files: [Digest: String]) -> Bool {
    files.allSatisfy { digest, path in
      (bySize[LocalFile.byteCount(of: path)] ?? []).contains { self.digest(of: $0) == digest }
    }
  }

  private static func digest(of path: String) -> Digest? {
    if let known = digests.withLock({ $0[path] }) { return known }
    let digest = try? LocalFile.digest(of: path, kind: "font")
    digests.withLock { $0[path] = digest }
    return digest
  }
}
