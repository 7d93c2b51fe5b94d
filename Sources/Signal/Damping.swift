import Media

/// What is lost on the way through one line of a reverberator: all a little, high notes more.
///
/// A first-order shelf by the bilinear transform, (1 + r s) / (1 + s) with s = 1 at the corner, times a gain.
struct Damping {
  private static let corner = 4000.0
  /// Where the time of a room is measured: between the octaves of 500 Hz and 1 kHz.
  private static let middle = 707.0

  private let b0, b1, a1: Float
  /// At 0 Hz, where least is lost.
  let gain: Double
  private var state: Float = 0

  /// - Parameters:
  ///   - middle: The gain of one passage at medium frequencies.
  ///   - high: The part of the low frequencies' gain that is left of the highest.
  init(middle: Double, high r: Double) {
    let k = Damping.warped(Damping.corner)
    let s = Damping.warped(Damping.middle) / k
    gain = middle * ((1 + s * s) / (1 + r * r * s * s)).squareRoot()
    b0 = Float(gain * (k + r) / (k + 1))
    b1 = Float(gain * (k - r) / (k + 1))
    a1 = Float((k - 1) / (k + 1))
  }

  /// The tangent of half the angle that a frequency turns by with each sample.
  private static func warped(_ frequency: Double) -> Double {
    let angle = Double.pi * frequency / AudioBlock.rate
    return Elementary.sin(angle) / Elementary.cos(angle)
  }

  mutating func process(_ samples: UnsafeMutableBufferPointer<Float>) {
    var state = state
    for index in samples.indices {
      let input = samples[index]
      let output = (b0 * input + state).settled
      state = b1 * input - a1 * output
      samples[index] = output
    }
    self.state = state.settled
  }
}
