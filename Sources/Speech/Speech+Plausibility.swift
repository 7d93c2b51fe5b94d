package import Media

extension Speech.Timing {
  /// Whether all times are in order within a duration, and all words lie in a text: what a stranger says of it may be anything.
  package func isPlausible(until end: Time, in text: String) -> Bool {
    let bytes = text.utf8.count
    var (time, byte) = (Time.zero, 0)
    for word in words {
      guard time <= word.start, word.start <= word.end, byte <= word.range.lowerBound else { return false }
      (time, byte) = (word.end, word.range.upperBound)
    }
    guard time <= end, byte <= bytes else { return false }
    time = .zero
    for phoneme in phonemes {
      guard time <= phoneme.start, phoneme.start <= phoneme.end, phoneme.name.utf8.count < 16 else { return false }
      guard phoneme.word.map(words.indices.contains) ?? true else { return false }
      time = phoneme.end
    }
    return time <= end && words.allSatisfy { $0.text.utf8.count <= bytes }
  }
}
