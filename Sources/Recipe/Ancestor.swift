package import Graph
package import Worker

/// A post that a recipe comes from, and what the recipe that remixed it changed of it.
package struct Ancestor: Hashable, Sendable {
  package let id: Digest
  package let name: String
  package let title: String
  package let author: String?
  package let licence: String
  /// 1 for what the recipe itself remixes, 2 for the parents of that.
  package let depth: Int
  /// By which edits reach into it: `old/missed-shot`.
  package let path: String
  /// The remix.
  package let place: Place
  package let changes: Changes

  init(_ post: ParentPost, path: String, depth: Int, place: Place, changes: Changes) {
    (id, name, title, author, licence) = (post.id, post.name, post.title, post.author, post.licence)
    (self.path, self.depth, self.place, self.changes) = (path, depth, place, changes)
  }

  /// What one link of a chain changed, by full paths as seen from the post.
  package struct Changes: Hashable, Sendable {
    package var params: [ParamChange] = []
    package var parts: [PartChange] = []
  }

  package struct ParamChange: Hashable, Sendable {
    package let path: String
    package let value: ParamSetting
  }

  package struct PartChange: Hashable, Sendable {
    package let path: String
    /// Where the function begins that edits it; nil if it is left out.
    package let line: Int?
  }
}
