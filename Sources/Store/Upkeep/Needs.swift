import Graph

/// The objects that published posts need. Taken from the posts themselves, so that a wrong index harms nothing.
struct Needs {
  private(set) var objects: Set<Digest> = []
  /// Posts whose manifests cannot be read, so that nobody knows what they need.
  private(set) var unreadable: Set<Digest> = []
  private var posts: Set<Digest> = []

  /// Adds the needs of posts that were not known yet.
  mutating func add(_ files: PostFiles) throws(StoreError) {
    for id in try files.seals.entries().map(\.name) where posts.insert(id).inserted {
      do throws(StoreError) {
        let manifest = try files.post(id).manifest
        objects.formUnion(manifest.neededObjects.union(manifest.neededPosts).union([id]))
      } catch {
        unreadable.insert(id)
        objects.insert(id)
      }
    }
  }
}
