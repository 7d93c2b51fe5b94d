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
  private var states: [State] = []

  private struct State {
    var near = 0.0
    var far = 0.0
  }

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
    if states.isEmpty { states = Array(repeating: State(), count: block.channelCount) }
    precondition(states.count == block.channelCount, "a filter's channels stay as many")
    for channel in states.indices {
      block.withPlane(channel) { run(&states[channel], over: $0) }
    }
  }

  private func run(_ state: inout State, over plane: UnsafeMutableBufferPointer<Float>) {
    let (c, frames) = (coefficients, plane.count)
    var (near, far) = (state.near, state.far)
    for index in 0..<frames {
      let input = Double(plane[index].settled)
      let output = c.b0 * input + near
      near = (c.b1 * input - c.a1 * output + far).settled
      far = (c.b2 * input - c.a2 * output).settled
      plane[index] = Float(output)
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
