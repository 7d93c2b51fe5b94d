package import Media

/// A filter with two poles and two zeros, by Robert Bristow-Johnson's "Audio EQ Cookbook".
///
/// Transposed direct form II, whose states are small beside the sound, in Double: at 10 Hz poles lie within 10⁻⁵ of the circle.
package struct Biquad: SoundProcessor {
  package static let frequencies = 10.0...20_000
  package static let qualities = 0.1...30.0
  /// Of peaks and shelves, in decibels.
  package static let gains = -40.0...40.0

  /// What it does, with the gain in decibels where it has one.
  package enum Shape: Hashable, Sendable {
    case lowpass, highpass, notch, allpass
    /// 0 dB at its frequency.
    case bandpass
    case peak(gain: Double)
    case lowshelf(gain: Double)
    case highshelf(gain: Double)
  }

  let coefficients: Coefficients
  package let memory: Int
  /// Of two channels each, which go through it side by side.
  private var states: [State] = []

  private struct State {
    var near = SIMD2<Double>.zero
    var far = SIMD2<Double>.zero
  }

  /// Comes with all sound, so that states never fall to numbers so small that processors are slow with them. It is silence
  /// again in what comes out.
  private static let whisper = SIMD2(repeating: 1e-25)

  /// - Parameters:
  ///   - frequency: Of the corner or the middle, in Hz, inside `frequencies`.
  ///   - quality: Of the resonance, inside `qualities`; 1/√2 is a flat corner.
  /// - Throws: `RingsTooLong`, at very low frequencies and high qualities or gains.
  /// - Precondition: all numbers lie inside their ranges.
  package init(
    _ shape: Shape, frequency: Double, quality: Double = 0.707_106_781_186_547_5
  ) throws(RingsTooLong) {
    precondition(Biquad.frequencies.contains(frequency), "a filter's frequency is from 10 to 20 000 Hz")
    precondition(Biquad.qualities.contains(quality), "a filter's quality is from 0.1 to 30")
    precondition(Biquad.gains.contains(shape.gain), "a filter's gain is from -40 to 40 dB")
    coefficients = Coefficients(shape, frequency: frequency, quality: quality)
    guard let memory = coefficients.memory(within: inaudible) else {
      throw RingsTooLong(
        what: "a \(shape.name) at \(frequency) Hz with q \(quality)",
        remedy: "give it a higher frequency, a lower q, or less gain")
    }
    self.memory = memory
  }

  package mutating func process(_ block: inout AudioBlock) {
    let (channels, frames) = (block.channelCount, block.frameCount)
    if states.isEmpty { states = Array(repeating: State(), count: (channels + 1) / 2) }
    precondition(states.count == (channels + 1) / 2, "a filter's channels stay as many")
    block.settle()
    block.samples.withUnsafeMutableBufferPointer { samples in
      for pair in states.indices {
        let (one, other) = (2 * pair * frames, min(2 * pair + 1, channels - 1) * frames)
        run(
          &states[pair], over: UnsafeMutableBufferPointer(rebasing: samples[one..<one + frames]),
          UnsafeMutableBufferPointer(rebasing: samples[other..<other + frames]))
      }
    }
    block.settle()
  }

  /// - Parameter other: A second channel, or the first again.
  private func run(
    _ state: inout State, over one: UnsafeMutableBufferPointer<Float>, _ other: UnsafeMutableBufferPointer<Float>
  ) {
    let c = coefficients
    var (near, far) = (state.near, state.far)
    for index in one.indices {
      let input = SIMD2(Double(one[index]), Double(other[index])) + Biquad.whisper
      let output = c.b0 * input + near
      near = c.b1 * input - c.a1 * output + far
      far = c.b2 * input - c.a2 * output
      (one[index], other[index]) = (Float(output.x), Float(output.y))
    }
    (state.near, state.far) = (near, far)
  }
}

extension Biquad.Shape {
  var gain: Double {
    switch self {
    case .peak(let gain), .lowshelf(let gain), .highshelf(let gain): gain
    default: 0
    }
  }

  /// As a recipe calls it.
  package var name: String {
    switch self {
    case .lowpass: "lowpass"
    case .highpass: "highpass"
    case .notch: "notch"
    case .allpass: "allpass"
    case .bandpass: "bandpass"
    case .peak: "peak"
    case .lowshelf: "lowshelf"
    case .highshelf: "highshelf"
    }
  }
}
