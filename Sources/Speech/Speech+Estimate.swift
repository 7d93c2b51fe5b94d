import Media

extension Speech {
  /// When words are likely heard: the stretch that is not silent, shared out by their letters. Pauses at commas and stops
  /// count as letters do.
  func estimatedTiming(of text: String) -> Timing {
    let (words, weights) = Self.words(of: text)
    let loudest = samples.reduce(0) { max($0, $1.magnitude) }
    let first = samples.firstIndex { $0.magnitude > loudest / 200 } ?? 0
    let last = samples.lastIndex { $0.magnitude > loudest / 200 } ?? 0
    let total = weights.reduce(0) { $0 + $1.letters + $1.pause } - (weights.last?.pause ?? 0)
    func time(_ weight: Int) -> Time {
      Time(ticks: Int64(first + (last + 1 - first) * weight / max(1, total)), rate: Int64(sampleRate))
    }
    var timing = Timing(words: words, isEstimated: true)
    var sum = 0
    for (place, weight) in weights.enumerated() {
      timing.words[place].start = time(sum)
      timing.words[place].end = time(sum + weight.letters)
      sum += weight.letters + weight.pause
    }
    return timing
  }

  /// Words between spaces, and for each how many letters it has, and its marks are worth.
  private static func words(of text: String) -> ([Word], [(letters: Int, pause: Int)]) {
    let pieces = text.split(whereSeparator: \.isWhitespace).filter { $0.contains { $0.isLetter || $0.isNumber } }
    let words = pieces.map { piece in
      let start = text.utf8.distance(from: text.startIndex, to: piece.startIndex)
      return Word(text: String(piece), range: start..<start + piece.utf8.count, start: .zero, end: .zero)
    }
    // A digit is said as a word of some letters.
    let weights = pieces.map { piece in
      (
        letters: piece.reduce(1) { $0 + ($1.isNumber ? 4 : $1.isLetter ? 1 : 0) },
        pause: piece.last.map { ".!?".contains($0) ? 6 : ",;:".contains($0) ? 3 : 0 } ?? 0
      )
    }
    return (words, weights)
  }
}
