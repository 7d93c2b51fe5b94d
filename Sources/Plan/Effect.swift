/// What can be done to a picture, at one instant: every number is settled. Lengths are in pixels of the canvas that the
/// clip lies on.
package enum Effect: Hashable, Sendable {
  /// Only what the first other clip lets through.
  case mask(Matte, isInverted: Bool, feather: Double)
  /// The standard deviation of the gaussian, across and down.
  case blur(x: Double, y: Double)

  /// What of a picture lets another through.
  package enum Matte: String, Hashable, Sendable { case alpha, luma }
}
