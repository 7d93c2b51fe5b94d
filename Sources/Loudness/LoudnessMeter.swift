import CLoudness
package import Media

/// Measures a sound that comes block by block, through libebur128.
///
/// One channel is mono, counted once; two are left and right; six are left, right, centre, LFE (which does not count),
/// left and right surround. Memory grows by about 500 bytes a second of sound: the gates need every block's loudness in
/// the end. Belongs to one thread at a time.
package final class LoudnessMeter {
  private let channelCount: Int
  private let state: UnsafeMutablePointer<ebur128_state>
  /// 10 ms, sample after sample as the library wants them, and how many of them are filled.
  private var step: [Float]
  private var filled = 0
  private var momentary = LoudestWindow(stepCount: 40)
  private var shortTerm = LoudestWindow(stepCount: 300)
  private static let stepLength = 480

  /// - Parameters:
  ///   - channelCount: 1, 2 or 6.
  ///   - wantsPeak: Whether the true peak is measured as well, which takes longer than all else.
  /// - Throws: if there is no memory.
  package init(channelCount: Int = 2, wantsPeak: Bool = true) throws(LoudnessError) {
    precondition([1, 2, 6].contains(channelCount), "mono, stereo or 5.1")
    let peak = wantsPeak ? EBUR128_MODE_TRUE_PEAK.rawValue : 0
    let modes = EBUR128_MODE_I.rawValue | EBUR128_MODE_LRA.rawValue | peak
    guard let state = ebur128_init(UInt32(channelCount), UInt(AudioBlock.sampleRate), Int32(modes)) else {
      throw .outOfMemory
    }
    (self.channelCount, self.state) = (channelCount, state)
    step = Array(repeating: 0, count: Self.stepLength * channelCount)
  }

  deinit {
    var state: UnsafeMutablePointer<ebur128_state>? = state
    ebur128_destroy(&state)
  }

  /// Listens on. What is not a number, or infinite, counts as 0, so that one bad sample does not spoil the rest.
  ///
  /// - Precondition: the block has the meter's channels.
  package func add(_ block: AudioBlock) throws(LoudnessError) {
    precondition(block.channelCount == channelCount, "a block has the meter's channels")
    var start = 0
    while start < block.frameCount {
      let count = min(block.frameCount - start, Self.stepLength - filled)
      interleave(block, from: start, count)
      start += count
      filled += count
      if filled == Self.stepLength { try addStep() }
    }
  }

  /// Ends the measurement.
  package func measured() throws(LoudnessError) -> Loudness {
    // Gates open every 100 ms, so a last step that is not full changes nothing here; the silence after it would.
    var (integrated, range) = (-Double.infinity, 0.0)
    ebur128_loudness_global(state, &integrated)
    ebur128_loudness_range(state, &range)
    // Silence takes the last samples through the filters, to where peaks are read.
    for _ in 0..<2 { try addSilence() }
    return Loudness(
      integrated: integrated.isFinite ? integrated.hundredths : nil,
      range: integrated.isFinite ? range.hundredths : nil,
      truePeak: truePeak().map { ($0 * 100).rounded(.up) / 100 },
      momentary: momentary.loudness?.hundredths,
      shortTerm: shortTerm.loudness?.hundredths)
  }

  private func interleave(_ block: AudioBlock, from start: Int, _ count: Int) {
    block.samples.withUnsafeBufferPointer { samples in
      step.withUnsafeMutableBufferPointer { step in
        for channel in 0..<channelCount {
          let plane = channel * block.frameCount + start
          for index in 0..<count {
            let sample = samples[plane + index]
            step[(filled + index) * channelCount + channel] = sample.isFinite ? sample : 0
          }
        }
      }
    }
  }

  private func addStep() throws(LoudnessError) {
    guard ebur128_add_frames_float(state, step, Self.stepLength) == EBUR128_SUCCESS.rawValue else { throw .outOfMemory }
    var loudness = -Double.infinity
    ebur128_loudness_window(state, 10, &loudness)
    let energy = loudness.isFinite ? loudnessToEnergy(loudness) : 0
    momentary.add(energy)
    shortTerm.add(energy)
    filled = 0
  }

  /// Fills the step up.
  private func addSilence() throws(LoudnessError) {
    for index in filled * channelCount..<step.count { step[index] = 0 }
    try addStep()
  }

  private func truePeak() -> Double? {
    var highest = 0.0
    for channel in 0..<UInt32(channelCount) {
      var peak = 0.0
      ebur128_true_peak(state, channel, &peak)
      highest = max(highest, peak)
    }
    return highest > 0 ? decibels(ofPower: highest * highest) : nil
  }
}

extension Double {
  fileprivate var hundredths: Double { (self * 100).rounded() / 100 }
}
