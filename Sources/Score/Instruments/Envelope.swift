/// How loud a note is by its own time: attack, decay to a level that is held, release.
///
/// Made of polynomials that look like a capacitor's curves. So it is a plain function of time, and reaches 0 at its end.
struct Envelope {
  /// Samples.
  private let attack, decay, gate, release: Float
  private let sustain: Float
  private let levelAtRelease: Float

  /// - Parameters: Seconds; `sustain` from 0 to 1; `gate` in samples.
  init(attack: Double, decay: Double, sustain: Double, release: Double, gate: Int) {
    func samples(_ seconds: Double) -> Float { Float(max(1, (seconds * Strike.sampleRate).rounded())) }
    (self.attack, self.decay, self.release) = (samples(attack), samples(decay), samples(release))
    (self.sustain, self.gate) = (Float(sustain), Float(gate))
    levelAtRelease = Envelope.held(Float(gate), self.attack, self.decay, self.sustain)
  }

  /// The level at a sample of the note.
  func level(at sample: Int) -> Float {
    let time = Float(sample)
    guard time > gate else { return Envelope.held(time, attack, decay, sustain) }
    let rest = max(0, 1 - (time - gate) / release)
    return levelAtRelease * rest * rest * rest
  }

  private static func held(_ time: Float, _ attack: Float, _ decay: Float, _ sustain: Float) -> Float {
    guard time >= attack else { return time / attack }
    let rest = max(0, 1 - (time - attack) / decay)
    return sustain + (1 - sustain) * rest * rest * rest * rest
  }
}

/// A level that goes evenly from one value to another over some samples.
struct Ramp {
  var level: Float
  let step: Float

  init(from start: Float, to end: Float, over count: Int) {
    (level, step) = (start, (end - start) / Float(count))
  }

  @inline(__always) mutating func next() -> Float {
    level += step
    return level
  }
}
