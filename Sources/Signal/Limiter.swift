package import Media

/// Holds sound below a ceiling, peaks between samples too, and leaves what is below it as it is, to the bit.
///
/// It looks 5 ms ahead. What a peak needs is asked for from all samples around it (a sliding maximum), so that a moving
/// mean of the reduction still reaches it in time; two such means, one after another, bend the gain without corners.
/// The reduction is counted in whole steps of 2⁻³⁰, so that a mean forgets exactly.
package struct Limiter: SoundProcessor {
  /// In decibels of full scale.
  package static let ceilings = -40.0...0
  /// Time constants in seconds.
  package static let releases = 0.01...2.0

  /// Samples of each mean.
  private static let span = 120
  private static let steps = Double(1 << 30)
  /// Samples that both means together reach over.
  private static let slope = 2 * span - 1
  /// Until the means have come down for the last of the samples that a peak is made of.
  private static let delay = slope + TruePeak.reach - 2

  private let ceiling: Float
  private let release, releasePole: Double
  private var meter = TruePeak()
  private var highest = SlidingMaximum(window: slope + TruePeak.reach - 1)
  private var (first, second) = (MovingSum(window: span), MovingSum(window: span))
  private var reduction = 0.0
  private var lines: [DelayLine] = []

  /// - Precondition: all numbers lie inside their ranges.
  package init(ceiling: Double = -1, release: Double = 0.1) {
    precondition(Limiter.ceilings.contains(ceiling), "a ceiling is from -40 to 0 dB")
    precondition(Limiter.releases.contains(release), "a release is from 0.01 to 2 s")
    self.ceiling = Float(Decibels.amplitude(ceiling))
    (self.release, releasePole) = (release, Pole.afterOneSample(timeConstant: release))
  }

  package var latency: Int { Limiter.delay }

  package var memory: Int {
    Pole.samples(untilLeft: inaudible, timeConstant: release) + 2 * Limiter.delay + TruePeak.reach
  }

  package mutating func process(_ block: inout AudioBlock) {
    if lines.isEmpty { lines = Array(repeating: DelayLine(length: Limiter.delay), count: block.channelCount) }
    block.settle()
    var gains = meter.peaks(of: block)
    gains.withUnsafeMutableBufferPointer { turnPeaksIntoGains($0) }
    precondition(lines.count == block.channelCount, "a limiter's channels stay as many")
    for channel in lines.indices {
      block.withPlane(channel) { lines[channel].exchange($0) }
    }
    block.multiply(by: gains)
  }

  private mutating func turnPeaksIntoGains(_ gains: UnsafeMutableBufferPointer<Float>) {
    let scale = 1 / (Limiter.steps * Double(Limiter.span * Limiter.span))
    for index in gains.indices {
      let peak = gains[index]
      let wanted = highest.next(peak > ceiling ? 1 - ceiling / peak : 0)
      reduction = max(Double(wanted), releasePole * reduction)
      let steps = reduction > 1e-9 ? Int((reduction * Limiter.steps).rounded(.up)) : 0
      let sum = second.next(first.next(steps))
      gains[index] = Float(1 - Double(sum) * scale)
    }
  }
}
