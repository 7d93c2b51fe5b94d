import Graph
import Synchronization

/// A folder in which posts, what they are made of, and what was drawn are kept.
///
/// Any number of threads and processes may use one folder at once, each with a `Store` of its own or a shared one. A
/// file appears whole or not at all, and is read only if it is what its name says, so there is nothing to repair after
/// a process was killed at any instant. Opening costs microseconds: the index is opened when it is first asked.
///
/// ```
/// objects/     what posts are made of, by SHA-256: manifests, assets, fonts
/// seals/       authors' signatures, by post; a post is published when its seal is there
/// cache/       what was drawn, by kind and key; may be removed at any time
/// pictures/    which pictures were drawn of which post, by SHA-256
/// index.sqlite answers questions about posts; made anew from the folders above when it is lost
/// ```
package final class Store: Sendable {
  package let folder: String
  let objects: DigestFolder
  let seals: DigestFolder
  let shown: DigestFolder
  let index: Index
  /// Held exclusively while something is taken away, so that nobody relies on what is just going.
  let lock: FolderLock
  /// Objects whose bytes were compared with their digests, as they were then.
  let compared = Mutex<[Digest: FileStatus]>([:])
  /// Posts that were verified with everything before them, and how far. A post cannot change, so this stays true.
  let verified = Mutex<[Digest: Verification.Extent]>([:])
  private let findings = Findings()

  /// Opens a store, or makes one.
  ///
  /// - Parameter folder: Made if it is missing. Where it may only be read, reading works and writing is an error.
  package init(at folder: String) throws(StoreError) {
    try Folder.make(folder)
    guard FileStatus(of: folder + "/.") != nil else {
      throw StoreError(.unreachable, folder, "is not a folder", remedy: "name a folder for the store")
    }
    self.folder = folder
    objects = DigestFolder(path: folder + "/objects")
    seals = DigestFolder(path: folder + "/seals")
    shown = DigestFolder(path: folder + "/pictures")
    lock = FolderLock(path: folder + "/lock")
    let schema = Schema(posts: PostFiles(objects: objects, seals: seals), shown: shown)
    index = Index(folder: folder, schema: schema, findings: findings)
    // What writers left that were killed. Where nothing may be removed, it stays.
    for folder in folders { try? folder.sweep(.new, olderThan: 3600) }
  }

  func drawn(_ kind: CacheKey.Kind) -> DigestFolder {
    DigestFolder(path: "\(folder)/cache/\(kind.rawValue)")
  }

  var posts: PostFiles { PostFiles(objects: objects, seals: seals) }

  /// Every folder of files.
  var folders: [DigestFolder] { [objects, seals, shown] + CacheKey.Kind.allCases.map(drawn) }

  /// What was found wrong since it was last asked: files that were moved away and not served. For warnings.
  package func takeFindings() -> [Finding] {
    findings.take()
  }

  /// Moves a damaged file away and notes it.
  func report(_ finding: Finding, _ name: Digest, in folder: DigestFolder, _ status: FileStatus) {
    setAside(name, in: folder, status)
    note(finding)
  }

  /// Moves a damaged file away. Where that cannot be, it stays, and is not served either.
  func setAside(_ name: Digest, in folder: DigestFolder, _ status: FileStatus) {
    try? lock.exclusive { () throws(StoreError) in try folder.setAside(name, status) }
  }

  func note(_ finding: Finding) {
    findings.add(finding)
  }
}
