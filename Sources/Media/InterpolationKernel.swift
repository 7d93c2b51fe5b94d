/// A sinc under a Kaiser-like window (squared cosine), tabulated; narrower in frequency where sound is sped up, so that
/// nothing folds back below half the sample rate.
package struct InterpolationKernel {
  /// Input samples to either side.
  package let reach: Int
  private let table: [Float]
  /// Steps of the table between two input samples.
  private static let resolution = 512

  package init(factor: Double) {
    let cutoff = min(1, 1 / factor)
    let lobes = 16.0
    reach = Int((lobes / cutoff).rounded(.up))
    let count = reach * Self.resolution + 2
    table = (0..<count).map { step in
      let x = Double(step) / Double(Self.resolution) * cutoff
      guard x < lobes else { return 0 }
      let window = Elementary.cos(.pi * x / (2 * lobes))
      let sinc = x == 0 ? 1 : Elementary.sin(.pi * x) / (.pi * x)
      return Float(sinc * window * window * cutoff)
    }
  }

  /// Writes one output sample of every channel, from around a place in the input: a sample, and the part of the way to
  /// the next. Apart, because their sum would be rounded, and by where a block begins.
  package func interpolate(
    _ source: AudioBlock, at middle: Int, and fraction: Double, into block: inout AudioBlock, _ index: Int
  ) {
    let lowest = max(0, middle - reach + 1)
    let highest = min(source.frameCount - 1, middle + reach)
    guard lowest <= highest else { return }
    for channel in 0..<source.channelCount {
      var sum: Float = 0
      for sample in lowest...highest {
        sum += source.samples[channel * source.frameCount + sample] * weight(abs(fraction - Double(sample - middle)))
      }
      block.samples[channel * block.frameCount + index] = sum
    }
  }

  private func weight(_ distance: Double) -> Float {
    let position = distance * Double(Self.resolution)
    let step = Int(position)
    guard step + 1 < table.count else { return 0 }
    let rest = Float(position - Double(step))
    return table[step] + (table[step + 1] - table[step]) * rest
  }
}
