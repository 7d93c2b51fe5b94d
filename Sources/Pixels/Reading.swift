package import Media

/// How the samples of a picture become pixels.
package struct Reading: Hashable, Sendable {
  /// What the pixels count.
  package var light: Light
  /// Whether chroma that several pixels share is filtered for each of them, rather than taken by all as it is. What is keyed
  /// has smoother edges so; what is stored again as it was must not be.
  package var smoothsChroma: Bool

  package init(_ light: Light = .coded, smoothsChroma: Bool = false) {
    (self.light, self.smoothsChroma) = (light, smoothsChroma)
  }
}
