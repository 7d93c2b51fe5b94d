import Graph
import Worker

extension Ledger {
  /// The posts of the chain: each parent, then its own parents.
  var lineage: [Ancestor] { lineage(within: "", depth: 1) }

  private func lineage(within prefix: String, depth: Int) -> [Ancestor] {
    remixes.flatMap { remix in
      let path = prefix + remix.step
      let ancestor = Ancestor(remix.post, path: path, depth: depth, place: remix.place, changes: remix.changes)
      return [ancestor] + remix.ledger.lineage(within: path + "/", depth: depth + 1)
    }
  }

  /// Its own params, then those of the posts that it remixed.
  var allParams: [Param] { gathered(\.params, \.origin) }
  var allParts: [Part] { gathered(\.parts, \.origin) }

  private func gathered<Thing>(
    _ own: KeyPath<Ledger, [Thing]>, _ origin: WritableKeyPath<Thing, String>, through path: String = ""
  ) -> [Thing] {
    let things = self[keyPath: own].map { thing in
      var thing = thing
      thing[keyPath: origin] = path
      return thing
    }
    return things + remixes.flatMap { $0.ledger.gathered(own, origin, through: "\(path)\($0.step)/") }
  }

  /// A line for each post remixed so far, children before their parents, each once.
  var credits: String {
    // A walk from child to parent passes a parent after each of its children, so its last mention is its place.
    var seen: Set<Digest> = []
    let lines = posts.reversed().filter { seen.insert($0.id).inserted }.map(\.credit)
    return lines.reversed().joined(separator: "\n")
  }

  private var posts: [ParentPost] { remixes.flatMap { [$0.post] + $0.ledger.posts } }
}
