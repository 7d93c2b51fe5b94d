import Media

/// How loud a sound is from moment to moment.
package struct Envelope: Hashable, Sendable {
  package enum Measure: String, Hashable, Sendable, CaseIterable {
    /// The root of the mean square over all channels: 0.707 for a sine at full scale.
    case rms
    /// The highest sample of any channel.
    case peak
  }

  package let pulse: Pulse
  /// From 0 to 1; beyond where the sound is.
  package let levels: [Double]

  /// Each level is that of the samples that are nearer to its instant than to another.
  ///
  /// - Parameter rate: Values a second, in `Pulse.rates`.
  /// - Throws: what reading throws.
  package init(of recording: Recording, rate: Double, measure: Measure = .rms) throws {
    let pulse = Pulse(rate: rate, frameCount: recording.frameCount)
    var tape = Tape(recording)
    var levels: [Double] = []
    levels.reserveCapacity(pulse.count)
    for index in 0..<pulse.count {
      let first = max(0, pulse.sample(at: Double(index) - 0.5))
      let end = min(recording.frameCount, max(first + 1, pulse.sample(at: Double(index) + 0.5)))
      try tape.hold(first..<end)
      levels.append(Envelope.level(of: tape, from: first, Int(end - first), measure).millionths)
    }
    (self.pulse, self.levels) = (pulse, levels)
  }

  private static func level(of tape: Tape, from first: Int64, _ count: Int, _ measure: Measure) -> Double {
    var (sum, highest) = (0.0, Float(0))
    for channel in 0..<tape.recording.channelCount {
      tape.withSamples(channel, from: first, count) { samples in
        for sample in samples {
          sum += Double(sample) * Double(sample)
          highest = max(highest, abs(sample))
        }
      }
    }
    guard measure == .rms else { return Double(highest) }
    return (sum / Double(count * tape.recording.channelCount)).squareRoot()
  }
}
