/// Words that are spelt alike.
enum Nearness {
  /// The nearest of some names within a third of its letters; the first in order of the alphabet among equals.
  static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    guard name.utf8.count <= 60 else { return nil }
    let letters = Array(name.lowercased().utf8)
    var best: (distance: Int, name: String)?
    for candidate in names {
      let bound = max(1, max(letters.count, candidate.utf8.count) / 3)
      guard abs(candidate.utf8.count - letters.count) <= bound else { continue }
      let distance = distance(letters, Array(candidate.lowercased().utf8))
      guard distance <= bound, best.map({ (distance, candidate) < ($0.distance, $0.name) }) ?? true else { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours count one each.
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
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
