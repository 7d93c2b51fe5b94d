import GRDB
import Glibc
package import Graph

/// Questions that the index answers.
extension Store {
  /// Every post, the newest first.
  package func allPosts() throws(StoreError) -> [PostEntry] {
    try published { try PostEntry.fetch($0, "posts ORDER BY published DESC, id") }
  }

  /// The posts that remix a post, the oldest first.
  package func children(of id: Digest) throws(StoreError) -> [PostEntry] {
    try published {
      try PostEntry.fetch(
        $0, "posts WHERE id IN (SELECT child FROM lineage WHERE parent = ?) ORDER BY published, id", ["\(id)"])
    }
  }

  /// The posts that a person may mean.
  ///
  /// - Parameter reference: `missed-shot@9f2c41d8`, or the first digits of an id: at least six in either.
  /// - Throws: `.malformed` if it is neither.
  package func posts(matching reference: String) throws(StoreError) -> [PostEntry] {
    let reference = try PostReference(reference)
    // "g" follows every hexadecimal digit.
    return try published {
      try PostEntry.fetch(
        $0, "posts WHERE id >= :digits AND id < :digits || 'g' AND name = coalesce(:name, name) ORDER BY published, id",
        ["digits": reference.digits, "name": reference.name])
    }
  }

  /// Notes which pictures were drawn of a post, so that a video of it is known when its post was stripped.
  ///
  /// - Parameter pictures: The digests of its encoded groups.
  package func remember(pictures: [Digest], of post: Digest) throws(StoreError) {
    let list = try ShownPictures(post: post, pictures: pictures)
    let bytes = list.bytes
    let name = Digest(of: bytes)
    if shown.status(of: name) == nil { try shown.write(bytes, as: name) }
    try index.write { try list.insert(in: $0) }
  }

  /// The posts that some pictures were drawn of, those with most of them first.
  package func posts(showing pictures: [Digest]) throws(StoreError) -> [Digest] {
    let list = CanonicalJSON.array(pictures.map { .string("\($0)") }).text
    let ids = try index.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT post FROM pictures WHERE digest IN (SELECT value FROM json_each(?))
          GROUP BY post ORDER BY count(*) DESC, post
          """, arguments: [list])
    }
    return ids.compactMap { Digest(hexadecimal: $0) }.filter(isPublished)
  }

  /// Entries whose seals are there: a row without one is a post that somebody was killed while publishing.
  private func published(_ fetch: (Database) throws -> [PostEntry]) throws(StoreError) -> [PostEntry] {
    try index.read(fetch).filter { isPublished($0.id) }
  }
}

extension Index {
  func add(_ posts: [Post]) throws(StoreError) {
    let now = Int64(time(nil))
    try write { for post in posts { try PostEntry.insert(post, published: now, in: $0) } }
  }
}
