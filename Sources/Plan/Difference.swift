package import Graph

/// One thing in which two graphs differ.
package enum Difference: Hashable, Sendable {
  /// A field of a node, or of the canvas, with its canonical texts; nil where it is absent.
  case field(of: String, name: String, from: String?, to: String?)
  case added(String)
  case removed(String)
  /// The nodes are the same and lead to one another otherwise.
  case joinedOtherwise

  /// What leads from one graph to another; none if they are equal.
  ///
  /// Equal nodes answer each other; of the rest, those of one kind do so in order.
  package static func between(_ old: Graph, _ new: Graph) -> [Difference] {
    guard old != new else { return [] }
    var found = fields("canvas", old.canvas.json, new.canvas.json)
    var (gone, come) = (old.nodes.map(Said.init), new.nodes.map(Said.init))
    remove(sharedBy: &gone, &come)
    for node in come {
      guard let index = gone.firstIndex(where: { $0.kind == node.kind }) else {
        found.append(.added(node.kind))
        continue
      }
      found += fields(node.kind, gone.remove(at: index).json, node.json)
    }
    found += gone.map { .removed($0.kind) }
    return found.isEmpty ? [.joinedOtherwise] : found
  }

  /// A node without what it reads.
  private struct Said: Hashable {
    let kind: String
    let json: CanonicalJSON

    init(_ node: Node) {
      (kind, json) = (node.kind.rawValue, node.said)
    }
  }

  private static func remove(sharedBy a: inout [Said], _ b: inout [Said]) {
    var counts = Dictionary(a.map { ($0, 1) }, uniquingKeysWith: +)
    b.removeAll { node in
      guard let count = counts[node], count > 0 else { return false }
      counts[node] = count - 1
      return true
    }
    var left = counts
    a.removeAll { node in
      guard let count = left[node], count > 0 else { return true }
      left[node] = count - 1
      return false
    }
  }

  private static func fields(_ owner: String, _ old: CanonicalJSON, _ new: CanonicalJSON) -> [Difference] {
    guard case .object(let old) = old, case .object(let new) = new else { return [] }
    return Set(old.keys).union(new.keys).sorted().compactMap { name in
      guard old[name] != new[name] else { return nil }
      return .field(of: owner, name: name, from: old[name]?.text, to: new[name]?.text)
    }
  }
}
