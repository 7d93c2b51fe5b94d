import Media

/// Left and right.
typealias Stereo = SIMD2<Float>

/// One note as it sounds: a function of its own time, from its beginning on.
protocol Voice {
  /// Adds the note's next samples to places `first...` of a chunk.
  mutating func add(to chunk: inout MutableSpan<Stereo>, from first: Int)
  /// Plays from here on at so many times the note's own pitch.
  mutating func bend(by ratio: Double)
}

/// How a note is struck.
struct Strike {
  /// In Hz, below half the sample rate.
  let frequency: Double
  /// Above 0, to 1.
  let velocity: Float
  /// Samples that it is held.
  let gate: Int
  /// For what is a little different every time.
  let seed: UInt64

  static let sampleRate = 48_000.0

  /// The frequency of a pitch, 69 being 440 Hz.
  static func frequency(of pitch: Int) -> Double {
    440 * Elementary.exp2(Double(pitch - 69) / 12)
  }

  /// What is left after a sample of something that falls by 60 dB in so many seconds.
  static func decay(_ seconds: Double) -> Double {
    // log2(10⁻³)
    Elementary.exp2(-9.965_784_284_662_087 / (seconds * sampleRate))
  }

  /// How loud a place is left and right at equal power, with the middle at 1: −1 is left, 1 is right.
  static func pan(_ place: Double) -> Stereo {
    let place = min(max(place, -1), 1)
    return [Float((1 - place).squareRoot()), Float((1 + place).squareRoot())]
  }
}
