import Media

/// How much of a sound is new, a hundred times a second: what onsets and beats are found in.
///
/// The flux of a logarithmic spectrum: in each band, by how much it is louder than the loudest of the band and its neighbours was
/// 20 ms before, so that a voice that trembles is not new each time (Bello et al., "A tutorial on onset detection", 2005;
/// Böck and Widmer, "Maximum filter vibrato suppression", 2013).
struct Novelty {
  /// Samples from one value to the next.
  static let hop: Int64 = 480
  static let rate = 100.0

  /// Value i belongs to sample 480 i.
  private(set) var values: [Double] = []
  /// The sample where the sound rises most steeply near each value.
  private(set) var rises: [Int64] = []

  private static let size = 1024
  private static let lag = 2
  /// The critical bands of hearing, in hertz (Zwicker, "Subdivision of the audible frequency range", 1961).
  private static let edges: [Double] = [
    20, 100, 200, 300, 400, 510, 630, 770, 920, 1080, 1270, 1480, 1720, 2000, 2320, 2700, 3150, 3700, 4400, 5300, 6400,
    7700,
    9500, 12_000, 15_500,
  ]

  init(of recording: Recording) throws {
    let count = Int((recording.frameCount + Self.hop - 1) / Self.hop)
    var (tape, window) = (Tape(recording), SpectrumWindow(size: Self.size))
    let split = BandSplit(edges: Self.edges, size: Self.size)
    var sums = Array(repeating: 0.0, count: Self.edges.count - 1)
    var history = Array(repeating: sums, count: Self.lag + 1)
    (values, rises) = (Array(repeating: 0, count: count), Array(repeating: 0, count: count))
    for index in 0..<count {
      let centre = Int64(index) * Self.hop
      try tape.hold(Steepness.range(around: centre))
      window.look(at: tape, around: centre)
      split.split(window.powers, into: &sums)
      let (now, before) = (index % (Self.lag + 1), (index + 1) % (Self.lag + 1))
      for band in sums.indices { history[now][band] = Self.compressed(sums[band]) }
      values[index] = Self.flux(from: history[before], to: history[now])
      rises[index] = Steepness.steepest(in: tape, around: centre)
    }
  }

  /// The logarithm of a level, from 60 dB below full scale on: below, nothing counts.
  private static func compressed(_ power: Double) -> Double { Elementary.log2(1 + 1000 * power.squareRoot()) }

  private static func flux(from before: [Double], to now: [Double]) -> Double {
    var sum = 0.0
    for band in now.indices {
      let loudest = max(before[max(0, band - 1)], before[band], before[min(band + 1, now.count - 1)])
      sum += max(0, now[band] - loudest)
    }
    return sum
  }
}
