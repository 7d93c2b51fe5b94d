package import Media

/// How much of the second of two pictures shows, and where.
package enum Coverage {
  /// As much as a picture covers.
  case alpha(Cel)
  /// All of it behind an edge.
  case field(Sweep.Field, Sweep.Edge)
  /// Behind an edge that goes over a picture from dark to light.
  case light(Cel, Sweep.Edge)
}
