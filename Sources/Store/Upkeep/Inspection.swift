import Graph

/// A look at everything in a store.
struct Inspection {
  private(set) var findings: [Finding] = []
  private let store: Store
  private let total: Int64
  private let progress: (Int64, Int64) -> Void
  private var done: Int64 = 0

  init(of store: Store, total: Int64, progress: @escaping (Int64, Int64) -> Void) {
    (self.store, self.total, self.progress) = (store, total, progress)
  }

  mutating func objects() throws(StoreError) {
    try each(store.objects, as: Finding.Subject.object) { file, name throws(StoreError) in try file.digest() == name }
  }

  mutating func drawings(_ kind: CacheKey.Kind) throws(StoreError) {
    try each(store.drawn(kind), as: { .drawn(CacheKey(kind, $0)) }) { [store] file, name throws(StoreError) in
      try store.isWhole(file, CacheKey(kind, name))
    }
  }

  mutating func lists() throws(StoreError) {
    try each(store.shown, as: Finding.Subject.pictures) { file, name throws(StoreError) in try file.digest() == name }
  }

  /// Reads every file of a folder.
  private mutating func each(
    _ folder: DigestFolder, as subject: (Digest) -> Finding.Subject,
    _ isWhole: (borrowing OpenFile, Digest) throws(StoreError) -> Bool
  ) throws(StoreError) {
    for entry in try folder.entries() {
      advance(by: entry.status.size)
      do throws(StoreError) {
        // Gone is pruned.
        guard let file = try folder.open(entry.name) else { continue }
        if try isWhole(file, entry.name) { continue }
        findings.append(.damaged(subject(entry.name)))
        store.setAside(entry.name, in: folder, try file.status())
      } catch {
        findings.append(Finding(subject(entry.name), error))
      }
    }
  }

  private mutating func advance(by bytes: Int64) {
    done += bytes
    progress(min(done, total), total)
  }

  /// Each published post by itself, and whether what it needs is there.
  mutating func posts() throws(StoreError) {
    for entry in try store.seals.entries() {
      advance(by: entry.status.size)
      do throws(StoreError) {
        try needs(of: store.posts.post(entry.name).manifest, entry.name)
      } catch {
        findings.append(Finding(.post(entry.name), error))
        if error.code == .unverified || error.place.hasPrefix("seal") {
          store.setAside(entry.name, in: store.seals, entry.status)
        }
      }
    }
  }

  private mutating func needs(of manifest: Manifest, _ id: Digest) {
    let gone = manifest.neededObjects.filter { !store.has($0) }.map(Finding.Subject.object)
    let unpublished = manifest.neededPosts.filter { !store.isPublished($0) }.map(Finding.Subject.post)
    for need in gone + unpublished {
      findings.append(Finding(subject: .post(id), problem: "needs the \(need), which is not there"))
    }
  }

  /// Whether the index lists the posts that are there.
  mutating func index() throws(StoreError) {
    let listed = try Set(store.allPosts().map(\.id))
    let published = try Set(store.seals.entries().map(\.name)).filter { (try? store.posts.post($0)) != nil }
    let lacking = published.subtracting(listed)
    guard !lacking.isEmpty else { return }
    findings.append(Finding(subject: .index, problem: "lacked \(lacking.count) posts; it was made anew"))
    try store.index.rebuild()
  }
}
