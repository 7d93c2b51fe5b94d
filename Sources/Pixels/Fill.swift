package import Media

/// What a rectangle is filled with.
package enum Fill: Hashable, Sendable {
  case color(Color)
  case gradient(Gradient)
}
