package import Graph
package import Journal
package import Store

/// A post or draft that has used a cameo, or tried to.
package struct Appearance: Hashable, Sendable {
  package let post: Digest
  /// Who published it; nil for a draft.
  package let author: PublicKey?
  /// Who published it, or who executed the draft; nil if that is not known.
  package let maker: PublicKey?
  /// All posts that it remixes, and those that they do, nearest first.
  package let ancestors: [Digest]
  /// Where it has the cameo from, if not from its own recipe.
  package let origin: Use.Origin?
  package let first: Moment
  package internal(set) var last: Moment
  /// How often it was asked for.
  package internal(set) var count: Int
  /// Whether it was allowed when it was asked for last.
  package internal(set) var wasAllowed: Bool
}

extension Registry {
  /// Every post and draft in this log that uses a cameo, in the order in which they first did.
  ///
  /// - Throws: `.damaged` if the log is not as it was written.
  /// - Complexity: O(lines).
  package func appearances(of cameo: Cameo) throws(StoreError) -> [Appearance] {
    var (found, places) = ([Appearance](), [Appearance.Place: Int]())
    try forEachUse { use, when in
      guard use.cameo == cameo else { return }
      let place = Appearance.Place(post: use.post, maker: use.author ?? use.executor)
      if let index = places[place] { return found[index].note(use, at: when) }
      places[place] = found.count
      found.append(Appearance(use, at: when))
    }
    return found
  }

  private func forEachUse(_ body: (Sighting, Moment) -> Void) throws(StoreError) {
    var fault: StoreError?
    try forEachLine { line in
      guard line.kind == .use, fault == nil else { return }
      do throws(StoreError) { body(try Sighting(parsing: Array(line.body)), line.when) } catch { fault = error }
    }
    if let fault { throw fault }
  }
}

extension Appearance {
  /// A draft that two people try out is one of each.
  fileprivate struct Place: Hashable {
    let post: Digest
    let maker: PublicKey?
  }

  fileprivate init(_ use: Sighting, at when: Moment) {
    (post, author, maker) = (use.post, use.author, use.author ?? use.executor)
    (ancestors, origin) = (use.ancestors, use.origin)
    (first, last, count, wasAllowed) = (when, when, 1, use.isAllowed)
  }

  fileprivate mutating func note(_ use: Sighting, at when: Moment) {
    (last, count, wasAllowed) = (when, count + 1, use.isAllowed)
  }
}

extension Sighting {
  fileprivate var isAllowed: Bool {
    if case .allowed = outcome { true } else { false }
  }
}
