import Graph

extension Store {
  /// Takes a bundle in: reads all of it, verifies the chain, and then publishes its posts here.
  ///
  /// Objects are kept as they come, each when its digest is right; if the bundle is refused later, they are pruned in
  /// time. Memory stays small, however large the bundle is, and no size is believed that is larger than the source.
  ///
  /// - Parameter allowsDraft: Whether the post may be one that is not published. It is not added to the lists of the
  ///   store, and what it pins may be pruned an hour later.
  /// - Throws: `.malformed`, `.unverified`, `.tooLarge`, `.tooNew`.
  package func unpack(_ source: some ByteSource, allowsDraft: Bool = false) throws(StoreError) -> Unpacked {
    var unpacking = try Unpacking(source, into: self)
    try unpacking.readPosts()
    try unpacking.checkLineage(allowsDraft: allowsDraft)
    try unpacking.readSeals()
    try unpacking.readObjects()
    return try unpacking.publish()
  }
}
