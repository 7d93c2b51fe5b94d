package import Confinement
package import Graph

/// What a recipe came to.
package struct RecipeResult: Sendable {
  package let graph: Graph
  /// Its own, then those of the posts that it remixes.
  package let params: [Param]
  /// Likewise.
  package let parts: [Part]
  package let warnings: [Warning]
  /// The posts that the recipe itself names, in its order.
  package let parents: [NamedPost]
  /// The files of its own library that it used, by name. What was lent to it is not among them; what it lent is.
  package let assets: [String: Digest]
  /// The fonts that draw its own texts, in the order of first use.
  package let fonts: [Digest]
  /// The files that the caller's settings named, as far as they were used, by name.
  package let lent: [String: Digest]
  /// The posts of the whole chain, each parent before its own.
  package let lineage: [Ancestor]
  /// What the workers were kept in by.
  package let protection: Protection
}

extension RecipeResult {
  /// A graph of which nothing else is known: a part of a recipe's.
  package init(_ graph: Graph) {
    self.init(
      graph: graph, params: [], parts: [], warnings: [], parents: [], assets: [:], fonts: [], lent: [:], lineage: [],
      protection: [])
  }
}
