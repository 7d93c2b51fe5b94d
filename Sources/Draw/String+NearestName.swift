extension String {
  /// The name that is most likely meant: at most about a third of its letters are wrong, missing or too many.
  ///
  /// - Complexity: O(length² × names). Of names equally near, the first by the alphabet.
  func nearestName(among names: some Sequence<String>) -> String? {
    let wanted = Array(lowercased().prefix(100))
    let limit = max(1, (wanted.count + 1) / 3)
    let ranked = names.map { (name: $0, distance: Self.distance(wanted, Array($0.lowercased()))) }
    let best = ranked.min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    return best.flatMap { $0.distance <= limit ? $0.name : nil }
  }

  /// How many letters have to be put in, taken out or changed (Levenshtein).
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in b.enumerated() {
        let changed = diagonal + (letter == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = Swift.min(changed, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
