import Store

extension RecipeStore {
  /// What the store holds: `pictures`, `sound`, `tracks`, `media`, what is known of files, `posts`, `takes` that no
  /// post needs yet, `orphans`, which nobody needs, and `leftovers` of writers that were killed.
  public func size() throws(RepriseError) -> [(name: String, files: Int, bytes: Int64)] {
    do {
      let size = try store.size(recorded: recorded())
      let parts = [
        ("pictures", size.pictures), ("sound", size.sound), ("tracks", size.tracks), ("media", size.media),
        ("posts", size.posts), ("takes", size.takes),
        ("orphans", size.orphans), ("leftovers", size.leftovers),
      ]
      return parts.map { ($0, $1.files, $1.bytes) }
    } catch {
      throw RepriseError(error)
    }
  }

  /// Compares every file with what its place says. What is damaged is moved aside.
  ///
  /// - Returns: What was found, in sentences; empty if all is well.
  public func check() throws(RepriseError) -> [String] {
    do { return try store.check().map { "\($0)" } } catch { throw RepriseError(error) }
  }

  /// Makes the index anew from the posts.
  ///
  /// - Returns: How many posts there are.
  public func repair() throws(RepriseError) -> Int {
    do { return try store.repair() } catch { throw RepriseError(error) }
  }

  /// Removes what no post needs, and then what was drawn and used least recently, until the store is small enough. What
  /// posts need stays, so it may remain larger.
  ///
  /// - Parameter bytes: Of the whole store.
  public func prune(to bytes: Int64) throws(RepriseError) -> (removed: Int64, left: Int64) {
    do {
      let pruned = try store.prune(toBytes: bytes, keeping: recorded())
      return (pruned.drawn.bytes + pruned.orphans.bytes, pruned.left)
    } catch {
      throw RepriseError(error)
    }
  }
}
