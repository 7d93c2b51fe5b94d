import Graph
import Store

extension RecipeStore {
  /// The one post that a person means.
  ///
  /// - Parameter reference: `missed-shot@9f2c41d8`, or the first six digits of an id, or more.
  /// - Throws: if there is none, or more than one.
  public func find(_ reference: String) throws(RepriseError) -> RecipePost {
    let found: [PostEntry]
    do { found = try store.posts(matching: reference) } catch { throw RepriseError(error) }
    guard let only = found.first else {
      throw RepriseError(
        .recipe, code: "missing", came: "there is no post \"\(reference)\" in \(folder)",
        remedy: "publish it, or open a bundle or a video that carries it")
    }
    guard found.count == 1 else {
      let names = found.map { "\($0.name)@\("\($0.id)".prefix(12))" }.joined(separator: ", ")
      throw RepriseError(
        .recipe, code: "ambiguous", came: "\"\(reference)\" names \(found.count) posts: \(names)",
        remedy: "write more digits of the id")
    }
    return try post(only.id)
  }

  /// A post, verified with everything before it.
  func post(_ id: Digest) throws(RepriseError) -> RecipePost {
    do { return RecipePost(try store.post(id)) } catch { throw RepriseError(error) }
  }

  /// The posts that remix a post, the oldest first.
  public func remixes(of post: RecipePost) throws(RepriseError) -> [RecipePost] {
    let entries: [PostEntry]
    do { entries = try store.children(of: post.digest) } catch { throw RepriseError(error) }
    return entries.compactMap { try? self.post($0.id) }
  }

  /// Every published post, the newest first. What the list says was not verified.
  public func posts() throws(RepriseError) -> [(reference: String, title: String, author: String)] {
    do {
      return try store.allPosts().map { ("\($0.name)@\("\($0.id)".prefix(8))", $0.title, $0.author) }
    } catch {
      throw RepriseError(error)
    }
  }
}
