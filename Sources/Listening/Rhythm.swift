package import Media

/// What happens when in a sound: onsets, beats and tempo.
package struct Rhythm: Hashable, Sendable {
  package let onsets: [Onset]
  /// In step with the tempo; none where nothing comes again. The first and the last are heard.
  package let beats: [Time]
  /// Beats a minute, 40 to 240: the mean over all. Nil if there are fewer than four beats.
  package let tempo: Double?

  /// Listens to the whole.
  ///
  /// - Throws: what reading throws.
  /// - Complexity: O(n); 40 bytes for each 10 ms.
  package init(of recording: Recording) throws {
    let novelty = try Novelty(of: recording)
    onsets = Onset.all(in: novelty)
    let samples = onsets.count < 4 ? [] : Rhythm.beats(in: novelty)
    beats = samples.map { Time(ticks: Int64(max(0, $0).rounded()), rate: AudioBlock.sampleRate) }
    tempo = samples.isEmpty ? nil : (60 * Double(AudioBlock.sampleRate) / Rhythm.slope(of: samples)).millionths
  }

  private static func beats(in novelty: Novelty) -> [Double] {
    guard let period = Periodicity(novelty).period else { return [] }
    let tracker = BeatTracker(novelty, period: period)
    let places = tracker.places()
    return places.count < 4 ? [] : tracker.samples(of: places)
  }

  /// By least squares.
  private static func slope(of values: [Double]) -> Double {
    let middle = Double(values.count - 1) / 2
    var (product, square) = (0.0, 0.0)
    for (index, value) in values.enumerated() {
      let x = Double(index) - middle
      (product, square) = (product + x * value, square + x * x)
    }
    return product / square
  }
}
