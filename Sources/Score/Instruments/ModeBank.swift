import Media

/// Eight decaying sines at once, each a point that turns about zero and comes nearer.
struct ModeBank {
  struct Partial {
    let frequency, level, ring: Double
    static let silent = Partial(frequency: 0, level: 0, ring: 1)
  }

  private let partials: [Partial]
  private var real, imaginary, turnReal, turnImaginary: SIMD8<Float>
  /// How much of each half goes to the other side.
  private let across: Float
  private var bent = 1.0

  /// - Precondition: At most eight.
  init(_ partials: some Collection<Partial>, across: Float) {
    (self.partials, self.across) = (Array(partials), across)
    (real, imaginary, turnReal, turnImaginary) = (.zero, .zero, .zero, .zero)
    for (lane, partial) in partials.enumerated() { real[lane] = Float(partial.level) }
    turn(by: 1)
  }

  private mutating func turn(by ratio: Double) {
    for (lane, partial) in partials.enumerated() {
      let angle = 2 * Double.pi * min(partial.frequency * ratio, 23_000) / Strike.sampleRate
      let kept = Strike.decay(partial.ring)
      turnReal[lane] = Float(kept * Elementary.cos(angle))
      turnImaginary[lane] = Float(kept * Elementary.sin(angle))
    }
  }

  mutating func bend(by ratio: Double) {
    guard ratio != bent else { return }
    bent = ratio
    turn(by: ratio)
  }

  mutating func add(to chunk: inout MutableSpan<Stereo>, from first: Int, _ level: Ramp, _ pan: Stereo) {
    var level = level
    var (x, y) = (real, imaginary)
    let (c, s) = (turnReal, turnImaginary)
    for index in first..<chunk.count {
      (x, y) = (x * c - y * s, x * s + y * c)
      let four = y.lowHalf.lowHalf + y.lowHalf.highHalf
      let others = y.highHalf.lowHalf + y.highHalf.highHalf
      let (one, other) = (four.x + four.y, others.x + others.y)
      chunk[index] += level.next() * pan * Stereo(one + across * other, across * one + other)
    }
    // Below this nothing is heard, and the processor would slow down.
    let isHeard = x * x + y * y .> 1e-24
    (real, imaginary) = (x.replacing(with: 0, where: .!isHeard), y.replacing(with: 0, where: .!isHeard))
  }
}
