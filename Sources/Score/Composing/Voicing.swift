/// Chords in close position, led so that each voice moves little.
struct Voicing {
  private var last: [Int]?
  private let middle: Double

  /// - Parameter middle: The pitch that chords stay around.
  init(around middle: Int) { self.middle = Double(middle) }

  /// The pitches of the next chord, from the lowest up.
  mutating func next(_ chord: Chord, tonic: Int) -> [Int] {
    // Of a ninth chord the bass has the root.
    let tones = (chord.tones.count > 4 ? chord.tones.dropFirst() : chord.tones[...]).map { (tonic + $0) % 12 + 12 }
    let sorted = tones.map { $0 % 12 }.sorted()
    let candidates = (0..<sorted.count * 5).map { Voicing.inversion(of: sorted, $0) }
    let chosen = candidates.min { cost($0) < cost($1) } ?? sorted
    last = chosen
    return chosen
  }

  private static func inversion(of sorted: [Int], _ index: Int) -> [Int] {
    let (octave, turn) = (index / sorted.count + 3, index % sorted.count)
    return sorted.indices.map { place in
      let tone = turn + place
      return 12 * (octave + tone / sorted.count) + sorted[tone % sorted.count]
    }
  }

  /// How far the voices move, and how far the chord is from the middle.
  private func cost(_ pitches: [Int]) -> Double {
    let mean = Double(pitches.reduce(0, +)) / Double(pitches.count)
    let away = abs(mean - middle)
    guard let last else { return away }
    let moves = pitches.map { pitch in last.map { abs($0 - pitch) }.min() ?? 0 }
    return Double(moves.reduce(0, +)) + max(0, away - 4) * 2 + away * 0.1
  }
}
