package import Media

/// How much of the second of two pictures shows, and where.
package enum Veil: Hashable, Sendable {
  /// As much everywhere.
  case even(Double)
  /// All of it inside a box that a transform takes to the output, and nothing outside.
  case box(Size, Affine)
  /// All of it behind an edge.
  case field(Sweep.Field, Sweep.Edge)
  /// Behind an edge that goes over a picture from dark to light.
  case light([Layer], Sweep.Edge)
}
