package import Graph

/// Something done to a piece that OpenTimelineIO has no words for. It travels as metadata, in the words of the graph.
package struct Touch: Hashable, Sendable {
  /// A node's kind.
  package var kind: String
  /// What the node says.
  package var parameters: [String: CanonicalJSON]
  /// The other clips that it needs.
  package var others: [Piece]
  /// Whether it says something else from one instant to the next, so that it needs the clock that it was said on.
  package var isMoving: Bool

  package init(
    kind: String, parameters: [String: CanonicalJSON], others: [Piece] = [], isMoving: Bool = false
  ) {
    (self.kind, self.parameters, self.others, self.isMoving) = (kind, parameters, others, isMoving)
  }
}
