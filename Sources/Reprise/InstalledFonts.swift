import Codec
import Draw
import Graph
import Synchronization

/// The fonts of this machine, which its owner chose. What is found out about them serves all recipes of the process, until
/// fonts come or go.
enum InstalledFonts {
  private static let libraries = Mutex<[[String]: FontLibrary]>([:])
  /// The system's, by how many bytes they have.
  private static let sizes = Mutex<(library: FontLibrary, files: [Int64: [String]])?>(nil)
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

  /// The installed file that is, to the byte, the one at `path`: a post's font that has one is no stranger's.
  static func twin(of digest: Digest, at path: String) -> String? {
    let alike = (try? filesBySize())?[LocalFile.byteCount(of: path)] ?? []
    return alike.first { (try? self.digest(of: $0)) == digest }
  }

  private static func filesBySize() throws(DrawError) -> [Int64: [String]] {
    let library = try library()
    return sizes.withLock { sizes in
      if let known = sizes, known.library === library { return known.files }
      let files = Dictionary(grouping: library.files) { LocalFile.byteCount(of: $0) }
      sizes = (library, files)
      return files
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
