import Graph

/// A bundle on its way into a store. What has to come next is always known: after the posts, their seals; after the
/// seals, what the posts pin.
struct Unpacking<Source: ByteSource> {
  private let store: Store
  private var reader: TarReader<Source>
  private let head: BundleHead
  /// The file that comes next; nil at the end.
  private var header: TarHeader?
  private var manifests: [Digest: Manifest] = [:]
  private var posts: [Digest: Post] = [:]

  init(_ source: Source, into store: Store) throws(StoreError) {
    (self.store, reader) = (store, TarReader(source))
    head = try reader.head()
    header = try reader.next()
  }

  /// Bytes of all manifests together.
  private static var room: Int { 64 << 20 }

  mutating func readPosts() throws(StoreError) {
    var (previous, room) = ("", Self.room)
    while let header, header.name.hasPrefix("posts/") {
      guard header.name > previous, manifests.count < Chain.longest else { throw unexpected() }
      let bytes = try reader.content(atMost: room)
      let id = Digest(of: bytes)
      guard header.name == "posts/\(id)" else { throw mismatch() }
      manifests[id] = try Manifest(parsing: bytes)
      (previous, room) = (header.name, room - bytes.count)
      self.header = try reader.next()
    }
  }

  /// Makes sure that the posts are those of one lineage, all of them and no others.
  func checkLineage(allowsDraft: Bool) throws(StoreError) {
    var chain = Chain(head.post)
    while let id = chain.next() {
      guard let manifest = manifests[id] else { throw reader.mistake("the post \(id) is not in it") }
      guard manifest.author != nil || (allowsDraft && id == head.post) else {
        throw StoreError(.unverified, "post \(id)", "is a draft, which nobody has sealed", wanted: "a published post")
      }
      chain.add(manifest.neededPosts)
    }
    guard chain.seen.count == manifests.count else {
      throw reader.mistake("it holds posts that its own does not remix")
    }
  }

  mutating func readSeals() throws(StoreError) {
    for (id, manifest) in manifests.sorted(by: { $0.key < $1.key }) {
      let seal = manifest.author == nil ? nil : try seal(of: id)
      posts[id] = try Post(manifest: manifest.bytes, seal: seal)
    }
  }

  private mutating func seal(of id: Digest) throws(StoreError) -> [UInt8] {
    try expect("seals/\(id)")
    let seal = try reader.content(atMost: 1000)
    header = try reader.next()
    return seal
  }

  mutating func readObjects() throws(StoreError) {
    for object in head.carries == .everything ? needed.sorted() : [] {
      try expect("objects/\(object)")
      try readObject(object)
      header = try reader.next()
    }
    guard header == nil else { throw unexpected() }
  }

  /// What is there already is compared, but not written again.
  private mutating func readObject(_ object: Digest) throws(StoreError) {
    guard try !store.renew(object) else {
      guard try reader.digest(passing: { _ in }) == object else { throw mismatch() }
      return
    }
    let file = try store.objects.newFile()
    guard try reader.digest(passing: { piece throws(StoreError) in try file.append(piece) }) == object else {
      throw mismatch()
    }
    try store.objects.commit([(file, object)])
  }

  /// Adds the posts to the store. A draft stays outside.
  func publish() throws(StoreError) -> Unpacked {
    guard let post = posts[head.post] else { throw reader.mistake("the post \(head.post) is not in it") }
    let inOrder = inOrder
    var new: [Post] = []
    for post in inOrder where try !store.renew(post.id) { new.append(post) }
    try store.objects.write(new.map { ($0.id, $0.bytes) })
    let sealed = inOrder.filter { $0.seal != nil }
    try store.publish(sealed, pinning: head.carries == .everything ? .presence : .lineage)
    return Unpacked(post: post, count: posts.count, missing: needed.filter { !store.has($0) })
  }

  private var needed: Set<Digest> { manifests.values.reduce(into: []) { $0.formUnion($1.neededObjects) } }

  /// Each post after those that it remixes.
  private var inOrder: [Post] {
    var (order, done, stack) = ([Post](), Set<Digest>(), [head.post])
    while let id = stack.last {
      let waiting = done.contains(id) ? [] : posts[id]?.manifest.neededPosts.subtracting(done) ?? []
      stack.append(contentsOf: waiting)
      guard waiting.isEmpty else { continue }
      stack.removeLast()
      if done.insert(id).inserted, let post = posts[id] { order.append(post) }
    }
    return order
  }
}

extension Unpacking {
  private func expect(_ name: String) throws(StoreError) {
    guard header?.name == name else { throw unexpected(wanted: name) }
  }

  private func unexpected(wanted: String? = nil) -> StoreError {
    let found = header.map { "\"\(TextRule.shown($0.name))\" stands" } ?? "it ends"
    return reader.mistake("\(found) where \(wanted.map { "\($0) should" } ?? "nothing of the kind may") be")
  }

  private func mismatch() -> StoreError {
    reader.mistake("\(header?.name ?? "") does not match its digest")
  }
}
