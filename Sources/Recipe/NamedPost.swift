package import Graph

/// A post by the name that a recipe has for it.
package struct NamedPost: Hashable, Sendable {
  package let name: String
  package let id: Digest
}
