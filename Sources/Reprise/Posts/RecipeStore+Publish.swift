import Graph
import Store

extension RecipeStore {
  /// Publishes what a recipe came to: keeps everything that it needs, and seals it with the author's key, which is made on
  /// first use. When this returns, the post is on the disk.
  ///
  /// - Parameter keyFile: Where the author's key lies; `REPRISE_KEY`, or a file in the user's settings, if left out.
  public func publish(
    _ composition: Composition, _ details: PostDetails, keyFile: String? = nil
  ) throws(RepriseError) -> RecipePost {
    if let missing = composition.takes.first(where: { $0.number == nil }) {
      throw RepriseError(
        .usage, code: "outline", came: "the composition is an outline: a take of \(missing.giver) is missing",
        remedy: "have it made, and evaluate the recipe again")
    }
    do {
      let key = try keyFile.map { path throws(StoreError) in try AuthorKey(at: path) } ?? AuthorKey()
      let author = Manifest.Author(name: details.author, key: key.publicKey)
      let post = try Post(sealing: composition.manifest(details, author: author), with: key)
      try keep(post.manifest.neededObjects, of: composition)
      try store.add(post)
      return RecipePost(post)
    } catch {
      throw RepriseError(error)
    }
  }

  /// Keeps files and fonts.
  func keep(_ objects: Set<Digest>, of composition: Composition) throws(StoreError) {
    let paths = composition.shelf.paths
    for object in objects.sorted(by: { "\($0)" < "\($1)" }) {
      if let path = paths[object] {
        _ = try store.put(contentsOf: path, expecting: object)
      } else if !store.has(object) {
        throw StoreError(.missing, "sha256:\(object)", "is no longer at hand", remedy: "try again")
      }
    }
  }
}
