import Graph
import Store

/// A recipe with everything that it needs to play again: published and signed by its author, or a draft that came with a
/// video. Immutable.
public struct RecipePost: Hashable, Sendable {
  let post: Post

  init(_ post: Post) {
    self.post = post
  }

  var digest: Digest { post.id }
  /// 64 hexadecimal digits: the SHA-256 of the manifest.
  public var id: String { "\(post.id)" }
  /// As recipes and commands say it: `missed-shot@9f2c41d8`.
  public var reference: String { "\(post.manifest.name)@\(id.prefix(8))" }
  /// Lower-case letters, digits and dashes.
  public var name: String { post.manifest.name }
  public var title: String { post.manifest.title }
  /// Nil for a draft.
  public var author: String? { post.manifest.author?.name }
  public var licence: String { post.manifest.licence }
  public var isRemixable: Bool { post.manifest.isRemixable }
  /// Whether its author has signed it.
  public var isPublished: Bool { post.seal != nil }
  /// The text of the recipe.
  public var source: String { post.manifest.recipe }
  /// Ids of the posts that it remixes; the first is the parent.
  public var parents: [String] { post.manifest.parents.map { "\($0)" } }
  /// The manifest, canonical JSON by RFC 8785.
  public var manifest: String { String(decoding: post.manifest.bytes, as: UTF8.self) }
}
