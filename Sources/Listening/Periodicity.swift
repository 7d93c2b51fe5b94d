import Media

/// How long the beat of a recording is, by the autocorrelation of its novelty (Ellis, "Beat tracking by dynamic
/// programming", 2007).
struct Periodicity {
  /// In values of `Novelty`: 240 to 40 beats a minute.
  static let periods = 25...150

  private let values: [Double]
  private let correlations: [Double]

  init(_ novelty: Novelty) {
    // Smoothed a little, since a beat seldom falls on a value.
    let smooth = novelty.values.smoothed()
    let mean = smooth.reduce(0, +) / Double(max(1, smooth.count))
    let values = smooth.map { $0 - mean }
    self.values = values
    correlations = (0...Self.periods.upperBound + 2).map { Self.correlation(of: values, at: $0) }
  }

  /// In values, with fractions; nil if nothing comes again.
  var period: Double? {
    // 5 % of the power: what noise comes to by chance stays below after some seconds.
    let peaks = Self.periods.filter { isPeak($0) && correlations[$0] > 0.05 * correlations[0] }
    guard let best = peaks.max(by: { score($0) < score($1) }) else { return nil }
    return refined(faster(than: best, among: peaks))
  }

  /// People tap near 120 beats a minute: a normal distribution over octaves, one octave wide.
  private static func preference(_ period: Int) -> Double {
    let octaves = Elementary.log2(60 * Novelty.rate / 120 / Double(period))
    return Elementary.exp2(-0.5 * octaves * octaves * 1.442_695_040_888_963_4)  // log₂ e
  }

  private func score(_ period: Int) -> Double { correlations[period] * Self.preference(period) }

  /// Beats that are all alike correlate at two beats as well as at one. If half the period is as good, it is the beat,
  /// unless people would hardly tap that fast.
  private func faster(than period: Int, among peaks: [Int]) -> Int {
    let halves = peaks.filter { abs(2 * $0 - period) <= 2 && score($0) > 0.7 * score(period) }
    let best = halves.max { correlations[$0] < correlations[$1] }
    return best.map { correlations[$0] > 0.85 * correlations[period] ? $0 : period } ?? period
  }

  /// Twice as far away, the same mistake is half as much of a period; as long as what is there is still in step.
  private func refined(_ period: Int) -> Double {
    var best = Self.summit(around: period) { correlations[$0] }
    var count = 2
    while count <= 32, Int(best * Double(count)) + 4 < values.count / 2 {
      let middle = Int((best * Double(count)).rounded())
      let near = (middle - 4...middle + 4).map { Self.correlation(of: values, at: $0) }
      guard let top = (1...7).max(by: { near[$0] < near[$1] }), near[top] > 0.5 * correlations[period],
        near[top] >= near[top - 1], near[top] >= near[top + 1]
      else { break }
      best = (Double(middle - 4) + Self.summit(around: top) { near[$0] }) / Double(count)
      count *= 2
    }
    return best
  }

  private func isPeak(_ period: Int) -> Bool {
    correlations[period] > correlations[period - 1] && correlations[period] >= correlations[period + 1]
  }

  /// Where a parabola through three values is highest.
  private static func summit(around place: Int, _ value: (Int) -> Double) -> Double {
    let (before, at, after) = (value(place - 1), value(place), value(place + 1))
    let bend = before - 2 * at + after
    return bend < 0 ? Double(place) + (before - after) / bend / 2 : Double(place)
  }

  /// The mean of products `lag` values apart.
  private static func correlation(of values: [Double], at lag: Int) -> Double {
    guard lag < values.count else { return 0 }
    var sum = 0.0
    values.withUnsafeBufferPointer { values in
      for index in lag..<values.count { sum += values[index] * values[index - lag] }
    }
    return sum / Double(values.count - lag)
  }
}

extension [Double] {
  /// Each with a quarter of its neighbours and half of itself.
  func smoothed() -> [Double] {
    indices.map { index in
      let (before, after) = (index > 0 ? self[index - 1] : 0, index + 1 < count ? self[index + 1] : 0)
      return before / 4 + self[index] / 2 + after / 4
    }
  }
}
