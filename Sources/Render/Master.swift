package import Media
import Plan
import Signal

/// A whole mix made as loud as was asked: one gain for all of it, and a limiter if peaks would pass the ceiling.
///
/// Every sample depends on its own place and on those around it, so blocks of any length join without a seam. Belongs to one
/// thread at a time.
package final class Master {
  private let gain: Float
  private var limiter: ProcessRuns?

  /// - Parameters:
  ///   - gain: In dB.
  ///   - ceiling: Of the true peak, in dB below full scale; nil where no peak comes near it.
  package init(gain: Double, ceiling: Double?, in layout: ChannelLayout) {
    self.gain = Float(Elementary.exp2(gain * 0.166_096_404_744_368_1))  // 10^(gain / 20)
    limiter = ceiling.map { ProcessRuns(Limiter(ceiling: $0, release: 0.1), layout) }
  }

  /// Samples `start ..< start + frameCount`.
  ///
  /// - Parameter mix: Gives those of the mix, which may be asked for outside its own length.
  package func block(
    from start: Int64, frameCount: Int, of mix: (_ start: Int64, _ frameCount: Int) throws -> AudioBlock
  ) throws -> AudioBlock {
    let limited = try limiter?.read(at: .samples(start), frameCount) { time, count in
      [try amplified(mix(time.ticks(rate: AudioBlock.sampleRate), count))]
    }
    return try limited ?? amplified(mix(start, frameCount))
  }

  private func amplified(_ block: consuming AudioBlock) -> AudioBlock {
    for index in block.samples.indices { block.samples[index] *= gain }
    return block
  }
}
