/// How large a recipe's result may grow.
package struct GraphLimits: Hashable, Sendable {
  /// Clips that a recipe may make on its way. Default 50 000, for which a worker has room.
  package var clips = 50_000
  /// How many inputs the result's nodes may have, all together. Default 200 000.
  package var links = 200_000
  /// How many clips may show or sound at once. Default 10 000.
  package var layers = 10_000
  /// How deep clips may be nested in one another. Default 500.
  package var depth = 500
  /// Values that functions of time may be sampled to, all together. Default 10 million.
  package var samples = 10_000_000
  /// Operations on single numbers that one shader may have, when equal ones are counted once. Default 4 096.
  package var operations = 4096
  /// What the host may have to do for a recipe before anything is drawn, in units of about ten microseconds: measuring texts
  /// and outlines, and reading files. Default 500 000.
  package var work = 500_000
  /// How long the video may be, in seconds. Default 24 hours.
  package var seconds = 86_400.0
  /// Pixels of a picture of the video. Default 8192 × 8192.
  package var pixels = 8192 * 8192
  /// How many files a recipe may name. Default 1 000.
  package var assets = 1000
  /// Bytes that those files may have, all together. Default 64 GiB.
  package var assetBytes: Int64 = 64 << 30
  /// How deep posts that remix posts may be nested. Default 500.
  package var chain = 500
  /// How many posts one evaluation may run. Default 2 000.
  package var posts = 2_000
  /// How many recipes may be at work at once: inside one another, or waiting with functions of time. Default 750, for
  /// which a process has descriptors.
  package var workers = 750
  /// How deep calls of remixes and of their functions may be nested in one another. Default 1 500.
  package var calls = 1_500
  /// Params and parts of all posts together. Default 10 000.
  package var names = 10_000

  package init() {}
}
