package import Graph
internal import Store

extension Grant {
  /// The posts and drafts that something is granted for.
  package enum Scope: Hashable, Sendable {
    case any
    case these(Set<Digest>)
    /// And whatever remixes one of them, or remixes a remix of it.
    case theseAndRemixes(Set<Digest>)

    static let most = 1000

    var json: CanonicalJSON {
      switch self {
      case .any: .string("any")
      case .these(let posts): Scope.json(posts, andRemixes: false)
      case .theseAndRemixes(let posts): Scope.json(posts, andRemixes: true)
      }
    }

    private static func json(_ posts: Set<Digest>, andRemixes: Bool) -> CanonicalJSON {
      .object(["these": .array(posts.sorted().map(CanonicalJSON.digest)), "remixes": .boolean(andRemixes)])
    }

    init(_ json: CanonicalJSON) throws(StoreError) {
      guard json != .string("any") else {
        self = .any
        return
      }
      var fields = try Fields(json, of: "grant: posts")
      let posts = try Set(fields.digests("these", atMost: Scope.most))
      self = try fields.flag("remixes") ? .theseAndRemixes(posts) : .these(posts)
      try fields.end()
    }
  }
}
