package import Media

/// Bass, middle and treble, each raised or lowered: a shelf below 200 Hz, a peak at 1 kHz, and a shelf above 4 kHz.
package struct Equalizer: SoundProcessor {
  /// In decibels.
  package static let gains = -24.0...24.0

  package let memory: Int
  private var bands: [Biquad]

  /// - Parameters: In decibels, inside `gains`; 0 leaves a band as it is, to the bit.
  package init(bass: Double = 0, middle: Double = 0, treble: Double = 0) {
    let bands: [(Biquad.Shape, Double)] = [
      (.lowshelf(gain: bass), 200), (.peak(gain: middle), 1000), (.highshelf(gain: treble), 4000),
    ].filter { $0.0.gain != 0 }
    precondition(bands.allSatisfy { Equalizer.gains.contains($0.0.gain) }, "a band's gain is from -24 to 24 dB")
    // Cannot throw: at these frequencies nothing rings for longer than a tenth of a second.
    self.bands = bands.compactMap { try? Biquad($0.0, frequency: $0.1, quality: 0.7) }
    // What one band forgets, the others can raise by 24 dB each, and by a little more for sounds made to that end.
    memory = self.bands.map { $0.coefficients.memory(within: inaudible * 1e-4) ?? longestMemory / 3 }.reduce(0, +)
  }

  package mutating func process(_ block: inout AudioBlock) {
    for index in bands.indices { bands[index].process(&block) }
  }
}
