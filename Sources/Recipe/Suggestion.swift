/// "Did you mean": the nearest of the names there are.
enum Suggestion {
  /// `did you mean "video"?`, or nil where nothing is near.
  static func remedy(for name: String, among names: some Sequence<String>) -> String? {
    nearest(to: name, among: names).map { "did you mean \"\($0)\"?" }
  }

  /// The nearest name within a third of its letters; the first in order of the alphabet among equals. Nothing is near a text
  /// that is longer than names are.
  static func nearest(to name: String, among names: some Sequence<String>) -> String? {
    guard name.utf8.count <= 400 else { return nil }
    let ranked = names.map { (distance: distance(Array(name.lowercased()), Array($0.lowercased())), name: $0) }
    let best = ranked.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    guard let best, best.distance <= max(1, max(name.count, best.name.count) / 3) else { return nil }
    return best.name
  }

  /// Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours count one each.
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    guard !a.isEmpty, !b.isEmpty, a.count <= 100, b.count <= 100 else { return max(a.count, b.count) }
    var rows = [Array(0...b.count)]
    for i in 1...a.count {
      var row = [i]
      for j in 1...b.count {
        let same = a[i - 1] == b[j - 1]
        var best = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (same ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + 1) }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
