package import Graph

/// Posts: published ones. A draft has no place in a store.
extension Store {
  /// Publishes a post. When this returns, it will be there after any crash.
  ///
  /// - Throws: `.missing` if something that it pins or remixes is not in the store; `.unverified` for a draft.
  package func add(_ post: Post) throws(StoreError) {
    for parent in post.manifest.neededPosts { try checkVerified(parent, to: .lineage) }
    _ = try put(post.bytes)
    try publish([post], pinning: .presence)
  }

  /// Publishes posts whose manifests are there, each after those that it remixes.
  ///
  /// - Parameter extent: `.lineage` for posts whose assets did not come along.
  func publish(_ new: [Post], pinning extent: Verification.Extent) throws(StoreError) {
    // Shared until the seals are there: from then on, what the posts need is not pruned.
    try lock.shared { () throws(StoreError) in
      for post in new { try checkPresence(of: post, extent) }
      // Rows first: one without a seal counts for nothing, but a seal without its row would not be listed.
      try index.add(new)
      let unsealed = new.filter { !posts.isPublished($0.id) }
      try seals.write(unsealed.compactMap { post in post.seal.map { (post.id, $0.bytes) } })
    }
  }

  private func checkPresence(of post: Post, _ extent: Verification.Extent) throws(StoreError) {
    guard post.seal != nil else { throw .draft(post.id) }
    guard has(post.id) else { throw .missing(post: post.id) }
    guard extent >= .presence, let gone = post.manifest.neededObjects.first(where: { !has($0) }) else { return }
    throw .missing(gone)
  }

  /// A published post, verified with everything that it remixes.
  ///
  /// - Parameter extent: How far. By default pinned objects have to be there; reading them checks that they are whole.
  /// - Throws: The first failure.
  package func post(
    _ id: Digest, verifiedTo extent: Verification.Extent = .presence
  ) throws(StoreError) -> Post {
    guard let post = try checkVerified(id, to: extent).post else { throw .missing(post: id) }
    return post
  }

  /// Whether a post is published here.
  package func isPublished(_ id: Digest) -> Bool { posts.isPublished(id) }

  @discardableResult
  private func checkVerified(_ id: Digest, to extent: Verification.Extent) throws(StoreError) -> Verification {
    let verification = try verify(id, to: extent)
    if let failure = verification.failures.first { throw failure.error }
    return verification
  }

  /// A post by itself. What is found damaged is moved away.
  func published(_ id: Digest) throws(StoreError) -> Post {
    do throws(StoreError) {
      let post = try posts.post(id)
      guard post.seal != nil else { throw .missing(post: id) }
      return post
    } catch {
      if error.code == .damaged { _ = try bytes(of: id) }
      throw error
    }
  }
}

extension StoreError {
  fileprivate static func draft(_ id: Digest) -> StoreError {
    StoreError(.unverified, "post \(id)", "is a draft", remedy: "publish it first")
  }

  static func missing(post id: Digest) -> StoreError {
    StoreError(
      .missing, "post \(id)", "is not in the store", remedy: "add it with a bundle, or with a video that carries it")
  }
}
