package import Graph

extension Store {
  /// Packs a published post with everything before it.
  ///
  /// - Throws: `.missing`, `.unverified` and the like if something is not as it should be; `.tooLarge` for an object of
  ///   8 GiB or more, which is beyond what tar holds.
  package func bundle(
    of id: Digest, carrying carries: BundleHead.Carries = .everything
  ) throws(StoreError) -> Bundle {
    try bundle(of: published(id), carrying: carries)
  }

  /// Packs a post that need not be published, with everything before it. What a draft pins has to be in the store.
  package func bundle(
    of post: Post, carrying carries: BundleHead.Carries = .everything
  ) throws(StoreError) -> Bundle {
    var contents = Contents()
    try contents.add(post)
    var chain = Chain(post.id)
    _ = chain.next()
    chain.add(post.manifest.neededPosts)
    while let next = chain.next() {
      let post = try published(next)
      try contents.add(post)
      chain.add(post.manifest.neededPosts)
      guard !chain.isTooLong else { throw StoreError(.tooLarge, "post \(post.id)", "remixes too many posts") }
    }
    let head = BundleHead(post: post.id, carries: carries)
    return try Bundle(head: head, entries: contents.entries(head, from: self))
  }
}

/// What goes into a bundle.
private struct Contents {
  private var posts: [Digest: Bundle.Entry] = [:]
  private var seals: [Digest: Bundle.Entry] = [:]
  private var objects: Set<Digest> = []

  mutating func add(_ post: Post) throws(StoreError) {
    posts[post.id] = try Bundle.Entry("posts/\(post.id)", post.bytes)
    seals[post.id] = try post.seal.map { seal throws(StoreError) in
      try Bundle.Entry("seals/\(post.id)", seal.bytes)
    }
    objects.formUnion(post.manifest.neededObjects)
  }

  func entries(_ head: BundleHead, from store: Store) throws(StoreError) -> [Bundle.Entry] {
    var entries = [try Bundle.Entry(BundleHead.name, head.bytes)]
    for group in [posts, seals] { entries += group.values.sorted { $0.header.name < $1.header.name } }
    for object in head.carries == .everything ? objects.sorted() : [] {
      guard let status = store.objects.status(of: object) else { throw .missing(object) }
      try entries.append(Bundle.Entry("objects/\(object)", status.size, .file(object, in: store.objects)))
    }
    return entries
  }
}

extension Bundle.Entry {
  fileprivate init(_ name: String, _ bytes: [UInt8]) throws(StoreError) {
    try self.init(name, Int64(bytes.count), .bytes(bytes))
  }

  fileprivate init(_ name: String, _ size: Int64, _ content: Bundle.Content) throws(StoreError) {
    guard size <= TarHeader.largest else {
      throw StoreError(.tooLarge, name, "has \(size) bytes", wanted: "at most \(TarHeader.largest)")
    }
    (header, self.content) = (TarHeader(name: name, size: size), content)
  }
}
