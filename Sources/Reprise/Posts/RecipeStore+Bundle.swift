import Store

extension RecipeStore {
  /// Writes a post with everything that it needs to one file, which appears whole or not at all.
  ///
  /// - Parameter withFiles: Whether files and fonts go along; the recipes alone if not.
  /// - Returns: How many bytes it has.
  @discardableResult
  public func bundle(_ post: RecipePost, to path: String, withFiles: Bool = true) throws(RepriseError) -> Int64 {
    do {
      try store.bundle(of: post.post, carrying: withFiles ? .everything : .recipes).write(to: path)
      return LocalFile.byteCount(of: path)
    } catch {
      throw RepriseError(error)
    }
  }
}
