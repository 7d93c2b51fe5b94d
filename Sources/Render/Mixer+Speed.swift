import Graph
import Media
import Plan

extension Mixer {
  /// Sound at another pace, pitch and all: band-limited interpolation (J. O. Smith, "Digital Audio Resampling").
  ///
  /// Each sample's place in the input follows from its own time, so blocks join exactly.
  func mixFaster(_ input: Int, _ factor: Double, at time: Time, _ count: Int) throws -> AudioBlock? {
    let kernel = kernel(for: factor)
    let flicksPerSample = Double(Time.flicksPerSecond / AudioBlock.sampleRate)
    let start = Double(time.flicks) * factor / flicksPerSample
    let end = Double(time.adding(samples: count - 1).flicks) * factor / flicksPerSample
    let first = Int64(start.rounded(.down)) - Int64(kernel.reach)
    let length = Int(Int64(end.rounded(.down)) - first) + kernel.reach + 1
    guard let source = try mix(input, at: Time(ticks: first, rate: AudioBlock.sampleRate), length) else { return nil }
    var block = AudioBlock(channelCount: source.channelCount, frameCount: count)
    for index in 0..<count {
      let place = Double(time.adding(samples: index).flicks) * factor / flicksPerSample
      let whole = place.rounded(.down)
      kernel.interpolate(source, at: Int(Int64(whole) - first), and: place - whole, into: &block, index)
    }
    return block
  }

  private func kernel(for factor: Double) -> InterpolationKernel {
    if let known = kernels[factor] { return known }
    let kernel = InterpolationKernel(factor: factor)
    kernels[factor] = kernel
    return kernel
  }
}
