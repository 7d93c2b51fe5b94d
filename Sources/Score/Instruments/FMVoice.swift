import Media

/// An electric piano by frequency modulation, as the DX7's: a body, and a tine that is heard when it is struck hard
/// (Chowning, "The Synthesis of Complex Audio Spectra by Means of Frequency Modulation", 1973).
struct FMVoice: PointVoice {
  private var body, bodyPush, tine, tinePush: Oscillator
  private var bodyLevel, bodyIndex, tineLevel, tineIndex: Float
  private let bodyDecay, bodyIndexDecay, tineDecay, tineIndexDecay: Float
  let envelope: Envelope
  let pan: Stereo
  var age = 0

  init(_ strike: Strike) {
    let (frequency, velocity) = (strike.frequency, strike.velocity)
    // High notes ring shorter, and are softer in colour, as short tines are.
    let high = min(1, frequency / 1200)
    body = Oscillator(.pure, frequency: frequency)
    bodyPush = Oscillator(.pure, frequency: frequency)
    tine = Oscillator(.pure, frequency: frequency)
    tinePush = Oscillator(.pure, frequency: frequency * min(14, (15_000 / frequency).rounded(.down)))
    bodyLevel = 0.26 * velocity
    bodyIndex = FMVoice.turns * (0.35 + 1.5 * velocity * velocity) * Float(1 - 0.7 * high)
    tineLevel = 0.1 * velocity
    tineIndex = FMVoice.turns * (0.1 + 0.9 * velocity * velocity) * Float(1 - 0.8 * high)
    bodyDecay = Float(Strike.decay(9 - 6 * high))
    bodyIndexDecay = Float(Strike.decay(3 - 2 * high))
    tineDecay = Float(Strike.decay(3 - 2 * high))
    tineIndexDecay = Float(Strike.decay(0.5 - 0.3 * high))
    envelope = Envelope(attack: 0.002, decay: 1, sustain: 1, release: 0.25, gate: strike.gate)
    pan = Strike.pan(0.25 * Elementary.log2(frequency / 330) / 2)
  }

  /// An index of one radian, in units of the phase.
  private static let turns: Float = 0x1p32 / (2 * .pi)

  mutating func bend(by ratio: Double) {
    body.bend(by: ratio)
    bodyPush.bend(by: ratio)
    tine.bend(by: ratio)
    tinePush.bend(by: ratio)
  }

  @inline(__always) mutating func next() -> Float {
    let warm = body.next(pushedBy: Int32(bodyIndex * bodyPush.next()))
    let bright = tine.next(pushedBy: Int32(tineIndex * tinePush.next()))
    let sample = bodyLevel * warm + tineLevel * bright
    // The least keeps a long note from numbers so small that the processor slows down.
    bodyLevel = max(bodyLevel * bodyDecay, 1e-12)
    bodyIndex = max(bodyIndex * bodyIndexDecay, 1e-12)
    tineLevel = max(tineLevel * tineDecay, 1e-12)
    tineIndex = max(tineIndex * tineIndexDecay, 1e-12)
    return sample
  }
}
