import Graph
import Media
import Plan

extension Mixer {
  /// Sound at another pace, pitch and all: band-limited interpolation (J. O. Smith, "Digital Audio Resampling").
  ///
  /// Each sample's place in the input follows from its own time, so blocks join exactly.
  func mixFaster(_ input: Int, _ travel: Travel, at time: Time, _ count: Int) throws -> AudioBlock? {
    let even = travel.isEven ? kernel(for: travel.fastest) : nil
    let samples = (0..<count).map { index in
      let time = time.adding(samples: index)
      let place = travel.position(at: time) / Double(Time.flicksPerSecond / AudioBlock.sampleRate)
      return (place: place, kernel: even ?? kernel(for: travel, at: time))
    }
    let reach = samples.map(\.kernel.reach).max() ?? 0
    let (start, end) = (samples[0].place, samples[count - 1].place)
    let first = Int64(start.rounded(.down)) - Int64(reach)
    let length = Int(Int64(end.rounded(.down)) - first) + reach + 1
    guard let source = try mix(input, at: Time(ticks: first, rate: AudioBlock.sampleRate), length) else { return nil }
    var block = AudioBlock(channelCount: source.channelCount, frameCount: count)
    for (index, sample) in samples.enumerated() {
      let whole = sample.place.rounded(.down)
      sample.kernel.interpolate(source, at: Int(Int64(whole) - first), and: sample.place - whole, into: &block, index)
    }
    return block
  }

  /// While the speed changes, kernels take turns, a quarter of an octave apart: each is a little narrower than it must be,
  /// and none is made for one sample.
  private func kernel(for travel: Travel, at time: Time) -> InterpolationKernel {
    var step = 1.0
    while step < travel.speed(at: time) { step *= 1.189_207_115_002_721 }
    return kernel(for: step)
  }

  private func kernel(for factor: Double) -> InterpolationKernel {
    if let known = kernels[factor] { return known }
    let kernel = InterpolationKernel(factor: factor)
    kernels[factor] = kernel
    return kernel
  }
}
