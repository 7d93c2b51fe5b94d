import Graph
package import Media

/// What is done to a picture that lies on the output already.
package struct Step: Hashable, Sendable {
  /// What to do, with every number settled.
  package var effect: Effect
  /// From the box of the clip that it is done to, to the output's pixels.
  package var frame: Affine
  package var box: Size
  /// Output pixels to a pixel of the canvas that the clip lies on.
  package var scale: Double
  /// Layers of other clips that it needs, one list for each.
  package var others: [[Layer]]
}
