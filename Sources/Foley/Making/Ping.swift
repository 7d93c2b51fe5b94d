import Media

/// A sine that dies away: a bubble, a drop on a leaf, a grain of gravel.
struct Ping {
  /// In hertz, at the start.
  var frequency: Double
  /// By what part of itself the frequency rises in a second.
  var rise = 0.0
  /// The amplitude falls as e^(−damping · t).
  var damping: Double
  var gain: Double
  var pan = 0.0

  /// Adds it at a sample, which may lie outside the block; it is over when it has fallen by 60 dB.
  func add(to block: inout AudioBlock, at place: Int) {
    let ears = Ears(pan: pan)
    let (near, far) = (Float(gain * ears.left), Float(gain * ears.right))
    let end = min(block.frameCount, place + AudioBlock.frames(7 / damping))
    guard place >= 0, place < end, frequency < 20_000 else { return }
    let keep = Float(decay(damping))
    let growth = frequency * rise / Double(AudioBlock.sampleRate)
    Sine.withTable { table in
      block.withEars { left, right in
        var (phase, pitch, level) = (UInt32(0), frequency, Float(1))
        for index in place..<end {
          let sample = level * Sine.at(phase, table)
          left[index] += near * sample
          right[index] += far * sample
          phase &+= Sine.stride(pitch)
          (pitch, level) = (min(pitch + growth, 20_000), level * keep)
        }
      }
    }
  }
}
