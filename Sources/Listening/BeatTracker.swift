import Media

/// Finds the row of beats that is best in step with a period and best on what is new (Ellis 2007).
struct BeatTracker {
  private let novelty: Novelty
  private let period: Double
  /// With a standard deviation of 1, so that how strongly a recording is beaten does not matter.
  private let strengths: [Double]
  /// What one squared octave (by natural logarithms) off the period costs; as in Ellis's paper and librosa.
  private static let tightness = 100.0

  init(_ novelty: Novelty, period: Double) {
    (self.novelty, self.period) = (novelty, period)
    let smooth = novelty.values.smoothed()
    let mean = smooth.reduce(0, +) / Double(max(1, smooth.count))
    let variance = smooth.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, smooth.count))
    strengths = smooth.map { variance > 0 ? $0 / variance.squareRoot() : 0 }
  }

  /// Values of the novelty that beats fall on, rising.
  func places() -> [Int] {
    let (scores, links) = scored()
    // The last beat is no more than a period from the end.
    let tail = max(0, scores.count - Int(period.rounded(.up)))..<scores.count
    guard var place = tail.max(by: { scores[$0] < scores[$1] }) else { return [] }
    var places: [Int] = []
    while place >= 0 {
      places.append(place)
      place = links[place]
    }
    return trimmed(places.reversed())
  }

  /// The best sum that a row of beats can have that ends at each value, and the beat before.
  private func scored() -> (scores: [Double], links: [Int]) {
    let lags = max(1, Int((period / 2).rounded()))...Int((period * 2).rounded())
    let costs = lags.map { lag -> Double in
      let octaves = Elementary.log2(Double(lag) / period) * 0.693_147_180_559_945_3
      return Self.tightness * octaves * octaves
    }
    var scores = strengths
    var links = Array(repeating: -1, count: strengths.count)
    for place in strengths.indices where place >= lags.lowerBound {
      var (best, link) = (0.0, -1)
      for lag in lags.lowerBound...min(place, lags.upperBound) {
        let score = scores[place - lag] - costs[lag - lags.lowerBound]
        if score > best { (best, link) = (score, place - lag) }
      }
      scores[place] += best
      links[place] = link
    }
    return (scores, links)
  }

  /// Without the beats that run on into silence at either end.
  private func trimmed(_ places: [Int]) -> [Int] {
    let found = places.map(strength)
    let square = found.reduce(0) { $0 + $1 * $1 } / Double(max(1, found.count))
    let threshold = 0.5 * square.squareRoot()
    guard let first = found.firstIndex(where: { $0 > threshold }),
      let last = found.lastIndex(where: { $0 > threshold })
    else { return [] }
    return Array(places[first...last])
  }

  /// The values near one that its beat can have been meant for.
  private func near(_ place: Int) -> ClosedRange<Int> { max(0, place - 3)...min(place + 3, strengths.count - 1) }

  private func strength(_ place: Int) -> Double { near(place).reduce(0) { max($0, strengths[$1]) } }

  /// The samples of beats: where the sound rises, if it does there, and evenly between, if not.
  func samples(of places: [Int]) -> [Double] {
    let found = places.map(strength)
    let usual = found.sorted()[found.count / 2]
    var anchors: [(index: Int, sample: Double)] = []
    for (index, place) in places.enumerated() where found[index] > 0.4 * usual {
      let top = near(place).max { strengths[$0] < strengths[$1] } ?? place
      anchors.append((index, Double(novelty.rises[top])))
    }
    return places.indices.map { between(anchors, $0) }
  }

  private func between(_ anchors: [(index: Int, sample: Double)], _ index: Int) -> Double {
    let next = anchors.firstIndex { $0.index >= index } ?? anchors.count
    let length = period * Double(Novelty.hop)
    guard next < anchors.count else {
      let last = anchors[anchors.count - 1]
      return last.sample + Double(index - last.index) * length
    }
    guard next > 0 else { return anchors[0].sample + Double(index - anchors[0].index) * length }
    let (a, b) = (anchors[next - 1], anchors[next])
    return a.sample + (b.sample - a.sample) * Double(index - a.index) / Double(b.index - a.index)
  }
}
