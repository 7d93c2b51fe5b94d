import Codec
import Graph
import Store

extension RecipeStore {
  /// Notes which groups of coded pictures are a post's. Where nothing can be noted, that is said with the other warnings.
  func remember(_ groups: [Digest], of post: RecipePost) {
    do throws(StoreError) {
      try store.remember(pictures: groups, of: post.digest)
    } catch {
      complain(error)
    }
  }

  /// The post that a video was drawn of, by the digests of its encoded pictures; nil if the store has none.
  func post(shownIn path: String, _ access: MediaAccess) throws -> RecipePost? {
    var groups = GroupDigests()
    try access.groups(of: path) { groups.add($0) }
    guard let id = try store.posts(showing: groups.finished()).first else { return nil }
    return try post(id)
  }
}

/// The digests of groups of coded pictures, in order.
struct GroupDigests {
  private var digests: [Digest] = []
  private var current: RunningDigest?

  mutating func add(_ unit: PictureGroups.Unit) {
    if unit.isFirst {
      close()
      current = RunningDigest()
    }
    unit.bytes.withUnsafeBytes { current?.update($0) }
  }

  mutating func finished() -> [Digest] {
    close()
    return digests
  }

  private mutating func close() {
    if let group = current { digests.append(group.finished()) }
    current = nil
  }
}
