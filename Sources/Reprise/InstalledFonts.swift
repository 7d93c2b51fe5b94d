import Codec
import Draw
import Graph
import Synchronization

/// The fonts of this machine, which its owner chose. What is found out about them serves all recipes of the process, until
/// fonts come or go.
enum InstalledFonts {
  private static let libraries = Mutex<[[String]: FontLibrary]>([:])
  private static let digests = Mutex<[String: (identity: FileIdentity, digest: Digest)]>([:])

  /// The system's fonts, and before them those of some folders.
  static func library(extraFolders: [String] = []) throws(DrawError) -> FontLibrary {
    try libraries.withLock { (libraries) throws(DrawError) in
      if let known = libraries[extraFolders], known.isCurrent { return known }
      let library = try FontLibrary(extraFolders: extraFolders)
      libraries[extraFolders] = library
      return library
    }
  }

  /// Whether all of some files are installed: a post's font that is, to the byte, is no stranger's.
  static func include(_ files: [Digest: String]) -> Bool {
    guard let installed = try? library().files else { return files.isEmpty }
    let bySize = Dictionary(grouping: installed) { LocalFile.byteCount(of: $0) }
    return files.allSatisfy { digest, path in
      (bySize[LocalFile.byteCount(of: path)] ?? []).contains { (try? self.digest(of: $0)) == digest }
    }
  }

  static func digest(of path: String) throws(RepriseError) -> Digest {
    let identity = FileIdentity(path: path)
    if let known = digests.withLock({ $0[path] }), known.identity == identity { return known.digest }
    let digest = try LocalFile.digest(of: path, kind: "font")
    if let identity, identity.isSettled { digests.withLock { $0[path] = (identity, digest) } }
    return digest
  }
}
