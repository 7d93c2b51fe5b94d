/// The loudest of all stretches of some length, in steps of 10 ms.
///
/// Tech 3341 has a burst of 400 ms anywhere read right to 0.1 LU. Steps of 100 ms, which R 128 has for its gates, would
/// miss up to 0.6 LU of it; at 10 ms it is 0.05 LU.
struct LoudestWindow {
  /// The mean energies of the latest steps, in a ring.
  private var steps: [Double]
  private var place = 0
  private var loudest = 0.0

  init(stepCount: Int) {
    steps = Array(repeating: 0, count: stepCount)
  }

  mutating func add(_ energy: Double) {
    steps[place] = energy
    place = (place + 1) % steps.count
    loudest = max(loudest, steps.reduce(0, +) / Double(steps.count))
  }

  /// In LUFS; nil if there was only silence.
  var loudness: Double? { loudest > 0 ? energyToLoudness(loudest) : nil }
}
