package import Graph

/// What pruning did.
package struct Pruned: Hashable, Sendable {
  /// What was drawn, and used least recently.
  package internal(set) var drawn = StoreSize.Amount()
  /// Objects that no post needs.
  package internal(set) var orphans = StoreSize.Amount()
  /// Bytes that are left. More than was asked for if posts need more.
  package internal(set) var left: Int64 = 0
}

extension Store {
  /// Makes the store smaller: removes objects that no post needs and, until it is small enough, what was drawn and used
  /// least recently. What posts need and what was recorded is never removed.
  ///
  /// Others may read and write meanwhile. Who finds a file gone draws it again.
  /// - Parameters:
  ///   - limit: Bytes of the whole store.
  ///   - takes: Objects that were recorded: they may have cost money.
  ///   - grace: How many seconds old what nobody needs has to be: somebody may be about to publish what needs it.
  package func prune(
    toBytes limit: Int64, keeping takes: Set<Digest> = [], sparing grace: Double = 3600
  ) throws(StoreError) -> Pruned {
    var pruned = Pruned()
    for folder in folders { try folder.sweep(.damaged, olderThan: grace) }
    try removeOrphans(besides: takes, olderThan: grace, &pruned)
    pruned.left = try size().total.bytes
    try removeDrawn(downTo: limit, &pruned)
    return pruned
  }

  private func removeOrphans(
    besides takes: Set<Digest>, olderThan grace: Double, _ pruned: inout Pruned
  ) throws(StoreError) {
    // A first look without the lock, so that it is held for new posts alone.
    var needs = Needs()
    try needs.add(posts)
    let needed = needs.objects.union(takes)
    let candidates = try objects.entries().filter { $0.status.age > grace && !needed.contains($0.name) }
    try lock.exclusive { () throws(StoreError) in
      try needs.add(posts)
      guard needs.unreadable.isEmpty else { return }
      for candidate in candidates where !needs.objects.contains(candidate.name) {
        if let size = objects.remove(candidate, olderThan: grace) { pruned.orphans.add(size) }
      }
    }
  }

  private func removeDrawn(downTo limit: Int64, _ pruned: inout Pruned) throws(StoreError) {
    guard pruned.left > limit else { return }
    var drawings: [(folder: DigestFolder, entry: DigestFolder.Entry)] = []
    for folder in CacheKey.Kind.allCases.map(drawn) {
      for entry in try folder.entries() { drawings.append((folder, entry)) }
    }
    drawings.sort { $0.entry.status.modified < $1.entry.status.modified }
    for drawing in drawings where pruned.left > limit {
      guard let removed = drawing.folder.remove(drawing.entry, olderThan: -.infinity) else { continue }
      pruned.drawn.add(removed)
      pruned.left -= removed.size
    }
  }
}

extension DigestFolder {
  /// Removes a file, unless it was used or replaced since the entry was made.
  ///
  /// - Returns: What was removed.
  fileprivate func remove(_ entry: Entry, olderThan seconds: Double) -> FileStatus? {
    guard let status = status(of: entry.name), status == entry.status, status.age > seconds else { return nil }
    return remove(entry.name) ? status : nil
  }
}
