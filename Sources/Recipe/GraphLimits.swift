/// How large a recipe's result may grow.
package struct GraphLimits: Hashable, Sendable {
  /// Clips that a recipe may make on its way. Default 100 000.
  package var clips = 100_000
  /// How deep clips may be nested in one another. Default 500.
  package var depth = 500
  /// Values that functions of time may be sampled to, all together. Default 10 million.
  package var samples = 10_000_000
  /// How long the video may be, in seconds. Default 24 hours.
  package var seconds = 86_400.0

  package init() {}
}
