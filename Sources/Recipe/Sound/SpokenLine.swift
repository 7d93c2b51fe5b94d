import Media

/// Words that are shown together while they are said.
struct SpokenLine {
  private(set) var words: [SoundMeasure.Word]
  private(set) var range: TimeRange

  var text: String { words.map(\.text).joined(separator: " ") }

  /// A pause that parts two lines.
  private static let pause = Time(ticks: 3, rate: 10)
  /// So long a line stays after its last word, unless the next one comes.
  private static let rest = Time(ticks: 6, rate: 10)

  private init(_ word: SoundMeasure.Word) { (words, range) = ([word], word.range) }

  /// - Parameter longest: Letters that a line may have; a single word may have more.
  static func lines(_ words: [SoundMeasure.Word], longest: Int) -> [SpokenLine] {
    var lines: [SpokenLine] = []
    for word in words {
      if let last = lines.last, last.takes(word, longest: longest) {
        lines[lines.count - 1].append(word)
      } else {
        lines.append(SpokenLine(word))
      }
    }
    for index in lines.indices {
      lines[index].stay(until: index + 1 < lines.count ? lines[index + 1].range.start : nil)
    }
    return lines
  }

  private func takes(_ word: SoundMeasure.Word, longest: Int) -> Bool {
    let ends = words.last?.text.last.map { ".!?…".contains($0) } ?? false
    return !ends && word.range.start - range.end < SpokenLine.pause && text.count + 1 + word.text.count <= longest
  }

  private mutating func append(_ word: SoundMeasure.Word) {
    words.append(word)
    range = TimeRange(range.start, max(range.end, word.range.end))
  }

  private mutating func stay(until next: Time?) {
    let end = range.end + SpokenLine.rest
    range = TimeRange(range.start, next.map { max(min(end, $0), range.end) } ?? end)
  }
}
