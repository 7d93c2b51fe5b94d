package import Graph

/// What came out of a bundle.
package struct Unpacked: Sendable {
  /// The post that the bundle is about; a draft has no seal.
  package let post: Post
  /// How many posts it came with, itself among them.
  package let count: Int
  /// What they pin and the store does not have: nothing after a bundle that carries everything.
  package let missing: Set<Digest>
}
