import Media

/// How much of a sound lies in which band of frequencies, from moment to moment.
package struct Bands: Hashable, Sendable {
  package let pulse: Pulse
  /// In hertz, rising; one more than there are bands.
  package let edges: [Double]
  /// Band by band, lowest first: the root of the mean square of what sounds there, 0.707 for a sine at full scale.
  package let levels: [[Double]]

  package static let counts = 1...64
  /// Bass, low middle, middle, high middle, treble.
  package static let usualEdges: [Double] = [20, 140, 400, 2600, 5200, 20_000]

  /// Edges of bands that span equal intervals, from 30 Hz to 16 kHz.
  ///
  /// - Precondition: `count` is in `counts`; the node table checks it.
  package static func edges(_ count: Int) -> [Double] {
    precondition(counts.contains(count))
    return (0...count).map { 30 * Elementary.power(16_000.0 / 30, Double($0) / Double(count)) }
  }

  /// Looks through a Hann window of 2048 samples (43 ms) around each instant.
  ///
  /// - Parameter rate: Values a second, in `Pulse.rates`.
  /// - Throws: what reading throws.
  package init(of recording: Recording, rate: Double, edges: [Double] = usualEdges) throws {
    precondition(edges.count > 1 && zip(edges, edges.dropFirst()).allSatisfy { 0 <= $0 && $0 < $1 && $1 <= 24_000 })
    let pulse = Pulse(rate: rate, frameCount: recording.frameCount)
    var (tape, window) = (Tape(recording), SpectrumWindow(size: 2048))
    let split = BandSplit(edges: edges, size: window.size)
    var levels = Array(repeating: Array(repeating: 0.0, count: pulse.count), count: edges.count - 1)
    var sums = Array(repeating: 0.0, count: edges.count - 1)
    for index in 0..<pulse.count {
      let centre = pulse.sample(at: Double(index))
      try tape.hold(window.range(around: centre))
      window.look(at: tape, around: centre)
      split.split(window.powers, into: &sums)
      for band in sums.indices { levels[band][index] = sums[band].squareRoot().millionths }
    }
    (self.pulse, self.edges, self.levels) = (pulse, edges, levels)
  }
}
