import Media

/// The power spectrum around an instant: a Hann window over each channel, and the mean of the channels' powers.
///
/// The powers are such that their sum is the mean square of what sounds under the window: a sine at full scale has ½.
struct SpectrumWindow {
  let size: Int
  /// For k × 48 000 / size hertz.
  private(set) var powers: [Double]
  private var fourier: Fourier
  private let window: [Double]
  private var samples: [Double]

  init(size: Int) {
    self.size = size
    fourier = Fourier(size: size)
    powers = Array(repeating: 0, count: size / 2 + 1)
    samples = Array(repeating: 0, count: size)
    window = (0..<size).map { 0.5 - 0.5 * Elementary.cos(2 * .pi * Double($0) / Double(size)) }
  }

  /// What the tape must hold.
  func range(around centre: Int64) -> Range<Int64> { centre - Int64(size / 2)..<centre + Int64(size / 2) }

  mutating func look(at tape: Tape, around centre: Int64) {
    for bin in powers.indices { powers[bin] = 0 }
    // By Parseval, twice the half that is counted; the squares of a Hann window sum up to 3/8 of its size.
    let scale = 2 / (0.375 * Double(size) * Double(size) * Double(tape.recording.channelCount))
    for channel in 0..<tape.recording.channelCount {
      tape.withSamples(channel, from: range(around: centre).lowerBound, size) { sound in
        for index in 0..<size { samples[index] = Double(sound[index]) * window[index] }
      }
      fourier.transform(samples)
      for bin in powers.indices {
        let (x, y) = (fourier.real[bin], fourier.imaginary[bin])
        powers[bin] += (x * x + y * y) * scale
      }
    }
  }
}
