/// Words that are spelt alike.
package enum Nearness {
  /// The nearest of some names, within a third of its letters; the first in order of the alphabet among equals. Nothing is near
  /// a text that is longer than names are.
  package static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let letters = Array(name.lowercased().unicodeScalars)
    guard letters.count <= 100 else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in names {
      let others = Array(candidate.lowercased().unicodeScalars)
      let bound = max(1, max(letters.count, others.count) / 3)
      guard abs(others.count - letters.count) <= bound else { continue }
      let distance = distance(letters, others)
      guard distance <= bound, best.map({ (distance, candidate) < ($0.distance, $0.name) }) ?? true else { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours count one each.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var (before, last) = ([Int](), Array(0...b.count))
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, before[j - 1] + 1) }
        row.append(best)
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
