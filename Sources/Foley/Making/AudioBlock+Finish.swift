import Media

extension AudioBlock {
  /// −4 dB below full scale: where the loudest of a sound lies that is played with strength 1.
  static let loudest: Float = 0.63

  /// What leaves the workshop: without a constant part, with a faded end, its peak at `loudest` × strength.
  consuming func finished(strength: Double = 1, fadeOut: Double = 0.02, floor frequency: Double = 20) -> AudioBlock {
    withoutRumble(below: frequency)
    fade(in: 12, out: min(AudioBlock.frames(fadeOut), frameCount))
    let most = peak
    if most > 0 { scale(by: AudioBlock.loudest * Float(strength) / most) }
    return self
  }

  /// A high-pass of second order: no direct current, nothing that only moves the loudspeaker.
  mutating func withoutRumble(below frequency: Double, count: Int? = nil) {
    filter(Filter(.high, frequency: frequency, q: 0.7), count: count ?? frameCount)
  }

  /// Both ears through a filter of their own, up to a sample.
  mutating func filter(_ filter: Filter, count: Int) {
    withEars { left, right in
      var (near, far) = (filter, filter)
      for index in 0..<count {
        left[index] = near.step(left[index])
        right[index] = far.step(right[index])
        if index.isMultiple(of: 64) {
          near.settle()
          far.settle()
        }
      }
    }
  }

  /// Straight in, and out along a parabola, whose end has no corner.
  mutating func fade(in rise: Int, out fall: Int) {
    let count = frameCount
    withEars { left, right in
      for index in 0..<min(rise, count) {
        let gain = Float(index) / Float(rise)
        left[index] *= gain
        right[index] *= gain
      }
      for index in 0..<min(fall, count) {
        let share = Float(index) / Float(fall)
        left[count - 1 - index] *= share * share
        right[count - 1 - index] *= share * share
      }
    }
  }

  /// Bends what is louder than 0.7 so that it stays below 1; what is softer passes untouched.
  ///
  /// Each sample by itself, so that it does not matter who asks for which stretch.
  mutating func bend() {
    let count = samples.count
    samples.withUnsafeMutableBufferPointer { all in
      for index in 0..<count where abs(all[index]) > 0.7 {
        let over = (abs(all[index]) - 0.7) / 0.3
        let bent = 0.7 + 0.3 * over / (1 + over)
        all[index] = all[index] < 0 ? -bent : bent
      }
    }
  }
}
