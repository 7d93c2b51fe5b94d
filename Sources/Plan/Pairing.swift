/// Which elements of a list answer which of another: equal ones in order, and between them the others in order.
package enum Pairing {
  /// Pairs of indices; one side is nil where nothing answers.
  ///
  /// - Complexity: O(n·d) for n elements of which d differ (Myers, through the standard library).
  package static func pairs<Key: Hashable>(_ old: [Key], _ new: [Key]) -> [(old: Int?, new: Int?)] {
    let difference = new.difference(from: old)
    let gone = Set(difference.removals.map(\.offset)), come = Set(difference.insertions.map(\.offset))
    var pairs: [(old: Int?, new: Int?)] = []
    var (a, b) = (0, 0)
    while a < old.count || b < new.count {
      let (isGone, isNew) = (gone.contains(a), come.contains(b))
      pairs.append((isNew && !isGone ? nil : a, isGone && !isNew ? nil : b))
      a += isNew && !isGone ? 0 : 1
      b += isGone && !isNew ? 0 : 1
    }
    return pairs
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
