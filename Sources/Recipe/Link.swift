import Graph

/// How a recipe came to run: which post it is, by whose edits, and inside which other recipe.
final class Link {
  /// Nil for the recipe that the caller gave.
  let post: Digest?
  /// The step of a path by which the recipe around it knows it.
  let step: String?
  /// Edits that know its params and parts by their names, the nearest first.
  let edits: [Edits]
  let outer: Link?
  /// How many posts it lies inside.
  let depth: Int

  /// For the recipe that the caller gave.
  init(settings: [Edits]) {
    (post, step, outer, depth) = (nil, nil, nil, 0)
    edits = settings
  }

  init(post: Digest, step: String, edits: [Edits], inside outer: Link) {
    (self.post, self.step, self.outer, depth) = (post, step, outer, outer.depth + 1)
    self.edits = edits.filter { !$0.isEmpty }
  }

  /// Hands over all edits that may know something of the recipe, the nearest first, and the path by which they know it,
  /// from the inside out.
  func forEachEdits<E>(of name: String, _ body: (Edits, ArraySlice<String>) throws(E) -> Void) throws(E) {
    var path = [name]
    var link: Link? = self
    var inner: Digest?
    while let here = link {
      for edits in here.edits {
        if edits.aim == nil {
          try body(edits, path[...])
        } else if edits.aim == inner {
          // They were written for the inner post itself, not for the one that answers for it.
          try body(edits, path.dropLast())
        }
      }
      inner = here.post
      if let step = here.step { path.append(step) }
      link = here.outer
    }
  }
}
