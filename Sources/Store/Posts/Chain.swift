import Graph

/// A walk over a post and all that it remixes: each once, without recursion. Posts are named by their digests, so there
/// cannot be a circle.
struct Chain {
  /// All posts together.
  static let longest = 10_000

  private(set) var seen: Set<Digest>
  private var waiting: [Digest]

  init(_ head: Digest) {
    (seen, waiting) = ([head], [head])
  }

  mutating func next() -> Digest? { waiting.popLast() }

  mutating func add(_ posts: some Sequence<Digest>) {
    for post in posts where seen.insert(post).inserted { waiting.append(post) }
  }

  var isTooLong: Bool { seen.count > Chain.longest }
}
