import Graph
import Recipe

/// A post that a recipe comes from, and what was changed of it on the way.
public struct LineageEntry: Hashable, Sendable {
  /// `missed-shot@9f2c41d8`
  public let reference: String
  /// 64 hexadecimal digits.
  public let id: String
  public let title: String
  public let author: String?
  public let licence: String
  /// 1 for what the recipe itself remixes, 2 for the parents of that.
  public let depth: Int
  /// What the recipe that remixed it changed: `line = "Hello"`, `shot edited at line 4`, `card left out`.
  public let changes: [String]

  init(_ ancestor: Ancestor) {
    (reference, id) = ("\(ancestor.name)@\("\(ancestor.id)".prefix(8))", "\(ancestor.id)")
    (title, author, licence, depth) = (ancestor.title, ancestor.author, ancestor.licence, ancestor.depth)
    let params = ancestor.changes.params.map { "\($0.path) = \($0.value.json.text)" }
    let parts = ancestor.changes.parts.map { part in
      part.line.map { "\(part.path) edited at line \($0)" } ?? "\(part.path) left out"
    }
    changes = params + parts
  }
}

extension Composition {
  /// The posts that the recipe comes from, each parent before its own.
  public var lineage: [LineageEntry] { result.lineage.map(LineageEntry.init) }
}
