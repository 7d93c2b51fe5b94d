package import Graph
package import Journal
package import Store

/// A cameo in a post or draft that is being executed: what the rules are asked about.
///
/// The host says it truthfully: whose cameo it is, from the package; who published, from the seal; what is said, from
/// what the recipe came to. A post that is executed with other params than its own is a draft of whoever executes it.
package struct Use: Hashable, Sendable {
  /// Where a cameo comes from that was in a post before it was remixed.
  package struct Origin: Hashable, Sendable {
    /// The post whose own recipe or params name the cameo.
    package let post: Digest
    package let author: PublicKey

    package init(post: Digest, author: PublicKey) {
      (self.post, self.author) = (post, author)
    }
  }

  package var cameo: Cameo
  /// Who wants to see it; nil if that is not known.
  package var executor: PublicKey?
  /// The post or draft that is executed: the last of its chain.
  package var post: Digest
  /// Who published it; nil for a draft.
  package var author: PublicKey?
  /// All posts that it remixes, and those that they do, nearest first.
  package var ancestors: [Digest]
  /// Nil if the post itself puts the cameo in; then it is no remix as far as the cameo goes.
  package var origin: Origin?
  package var media: Set<Medium>
  /// What is said, shown or heard with it, and prompts that it is a part of, in their order.
  package var texts: [String]
  /// What the host found the content to be.
  package var categories: Set<String>
  package var now: Moment

  package init(
    of cameo: Cameo, in post: Digest, by author: PublicKey?, remixing ancestors: [Digest] = [],
    keptFrom origin: Origin? = nil, executedBy executor: PublicKey?, media: Set<Medium> = Set(Medium.allCases),
    texts: [String] = [], categories: Set<String> = [], at now: Moment
  ) {
    (self.cameo, self.post, self.author, self.ancestors, self.origin) = (cameo, post, author, ancestors, origin)
    (self.executor, self.media, self.texts, self.categories) = (executor, media, texts, categories)
    self.now = now
  }

  package var isDraft: Bool { author == nil }
  /// Whose post it is: who published it, or who tries out a draft; nil if that is not known.
  package var maker: PublicKey? { author ?? executor }
  /// Those who may have to be granted something: the maker, and who put the cameo in before.
  var beneficiaries: [PublicKey] { [maker, origin?.author].compactMap { $0 } }
  /// The post itself, and all that it remixes.
  var lineage: [Digest] { [post] + ancestors + (origin.map { [$0.post] } ?? []) }
}
