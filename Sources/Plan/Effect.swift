package import Graph
package import Media

/// What can be done to a picture, at one instant: every number is settled. Lengths are in pixels of the canvas that the
/// clip lies on.
package enum Effect: Hashable, Sendable {
  /// Only what the first other clip lets through.
  case mask(Matte, isInverted: Bool, feather: Double)
  /// The standard deviation of the gaussian, across and down.
  case blur(x: Double, y: Double)
  case sharpen(amount: Double, radius: Double)
  case glow(radius: Double, amount: Double, threshold: Double)
  case shadow(x: Double, y: Double, blur: Double, Color)
  case vignette(amount: Double, size: Double, softness: Double)
  /// The moment says which grain.
  case grain(amount: Double, seed: Int, at: Time)
  case pixelate(size: Double)
  /// By red and green of the first other clip.
  case displace(x: Double, y: Double)
  case edge(amount: Double)
  /// By a formula over the clip and the other clips, at an instant of the clip's own clock.
  case shade(Shader, at: Time)
  case chromaKey(Color, tolerance: Double, softness: Double, spill: Double)
  case lumaKey(low: Double, high: Double, softness: Double)
  /// Against the first other clip.
  case differenceKey(tolerance: Double, softness: Double)
  case grade(Grade)
  case curves(ToneCurves)
  /// Through a table of colours.
  case lookUp(Digest, amount: Double)

  /// What of a picture lets another through.
  package enum Matte: String, Hashable, Sendable { case alpha, luma }
}
