import Graph
import Media
import Recipe

/// Sounds that are easy to reckon with: a word takes half a second, a beat too.
extension Shelf {
  func measure(_ kind: NodeKind, _ sound: SoundParameters) throws(RecipeError) -> SoundMeasure {
    guard kind == .speech else { return SoundMeasure(duration: sound["length"]?.time ?? Time(seconds: 4)) }
    let words = (sound["text"]?.text ?? "").split(whereSeparator: \.isWhitespace)
    var measure = SoundMeasure(duration: Time(ticks: Int64(words.count), rate: 2))
    for (index, word) in words.enumerated() {
      let range = TimeRange(Time(ticks: Int64(5 * index), rate: 10), Time(ticks: Int64(5 * index + 4), rate: 10))
      measure.words.append(.init(text: String(word), range: range))
      measure.mouths.append(.init(shape: "aa", openness: 1, range: range))
    }
    return measure
  }

  /// A scene in which a ball falls for a second, whatever it says.
  func simulate(_ order: WorldOrder) throws(RecipeError) -> WorldMeasure {
    var measure = WorldMeasure(size: Size(width: 64, height: 36))
    measure.cells = [WorldMeasure.Cell(digest: Digest(of: "cell".utf8), duration: Time(ticks: 1, rate: 1))]
    measure.events = [
      WorldMeasure.Event(
        time: Time(ticks: 1, rate: 2), kind: "hit", first: "ball", second: "ground", place: .zero, impulse: 1, speed: 2)
    ]
    return measure
  }

  func listen(to graph: Graph, _ question: ListeningQuestion) throws(RecipeError) -> [[Double]] {
    let seconds = graph.duration.seconds
    func count(_ rate: Double) -> Int { Int((seconds * rate).rounded(.up)) }
    return switch question {
    case .envelope(let rate): [Array(repeating: 0.5, count: count(rate))]
    case .bands(let bands, let rate): Array(repeating: Array(repeating: 0.25, count: bands), count: count(rate))
    case .onsets, .beats: [(0..<count(2)).map { Double($0) / 2 }]
    case .tempo: [[120]]
    }
  }
}
