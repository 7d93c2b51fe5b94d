import Graph
import Worker

/// What one run of a recipe leaves behind for those who ask: its params, its parts, and the posts that it remixed.
final class Ledger {
  var params: [Param] = []
  var parts: [Part] = []
  private(set) var remixes: [Remix] = []
  /// What it names of posts, in the order of the recipe.
  private(set) var parents: [NamedPost] = []
  private var steps: Set<String> = []

  struct Remix {
    let post: ParentPost
    /// By which paths know it.
    let step: String
    let place: Place
    let changes: Ancestor.Changes
    let ledger: Ledger
  }

  func add(_ remix: Remix) { remixes.append(remix) }

  func note(_ name: String, _ id: Digest) {
    let parent = NamedPost(name: name, id: id)
    if !parents.contains(parent) { parents.append(parent) }
  }

  /// A step of paths that no other remix has: the second of a name gets `-2`.
  func step(for name: String) -> String {
    var (step, count) = (name, 1)
    while !steps.insert(step).inserted {
      count += 1
      step = "\(name)-\(count)"
    }
    return step
  }

  /// Paths of things as a remix of this recipe knows them, its own first; a few hundred at most, since they are for
  /// messages. With an aim, as a remix of that parent of it does.
  func paths(from aim: Digest?, _ names: (Ledger) -> [String]) -> [String] {
    guard let aim else { return paths(within: "", names) }
    return remixes.filter { $0.post.id == aim }.flatMap { $0.ledger.paths(within: "", names) }
  }

  private func paths(within prefix: String, _ names: (Ledger) -> [String]) -> [String] {
    var paths = names(self).map { prefix + $0 }
    for remix in remixes where paths.count < 300 {
      paths += remix.ledger.paths(within: "\(prefix)\(remix.step)/", names)
    }
    return paths
  }
}
