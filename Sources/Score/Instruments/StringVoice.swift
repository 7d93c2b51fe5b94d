import Media

/// A plucked string: a delay line that goes round through a soft filter (Karplus and Strong, 1983; extended by Jaffe and
/// Smith, "Extensions of the Karplus-Strong Plucked-String Algorithm", 1983).
struct PluckedSound: Sendable {
  /// Seconds until a string at 220 Hz has fallen by 60 dB.
  var ring: Double
  /// How much the neighbours of a sample take part each time round, at 220 Hz: 0 is bright for ever, 0.3 is felt.
  var dullness: Double
  /// Where it is plucked, as a part of its length.
  var place: Double
  var release = 0.15
  var level = 0.5
}

struct StringVoice: PointVoice {
  private var line: [Float]
  private var place = 0
  private var (last, before): (Float, Float) = (0, 0)
  private var (allpassIn, allpassOut): (Float, Float) = (0, 0)
  private let allpass: Float
  private let side, middle: Float
  let envelope: Envelope
  let pan: Stereo
  var age = 0

  init(_ sound: PluckedSound, _ strike: Strike) {
    let period = Strike.sampleRate / strike.frequency
    let turn = 2 * Double.pi / period
    // The filter is symmetric, so that it delays by one sample at every pitch; the allpass makes up the rest exactly at
    // the note's own.
    let whole = max(1, Int(period - 1.5))
    let rest = period - 1 - Double(whole)
    allpass = Float(Elementary.sin((1 - rest) * turn / 2) / Elementary.sin((1 + rest) * turn / 2))
    // Low strings go round less often, so each time must take more.
    let dullness = min(0.3, sound.dullness * Elementary.power(220 / strike.frequency, 1.5))
    let ring = sound.ring * (220 / strike.frequency).squareRoot()
    let wanted = Elementary.exp2(-9.965_784_284_662_087 * period / (ring * Strike.sampleRate))
    let kept = wanted / (1 - 2 * dullness * (1 - Elementary.cos(turn)))
    // Never more than all: very high strings ring as long as they can.
    side = Float(min(kept, 1) * dullness)
    middle = Float(min(kept, 1) * (1 - 2 * dullness))
    envelope = Envelope(attack: 0.0005, decay: 1, sustain: 1, release: sound.release, gate: strike.gate)
    pan = Float(sound.level) * Strike.pan(0.3 * Elementary.log2(strike.frequency / 330) / 2)
    line = StringVoice.pluck(whole, sound, strike)
  }

  /// A period of noise, softer for a soft touch, with the hollows that the place of the finger makes.
  private static func pluck(_ count: Int, _ sound: PluckedSound, _ strike: Strike) -> [Float] {
    var noise = Noise(seed: strike.seed)
    let touch = 0.25 + 0.7 * strike.velocity
    var (soft, mean): (Float, Float) = (0, 0)
    var line = (0..<count).map { _ in
      soft += touch * (noise.next() - soft)
      return soft
    }
    let gap = max(1, Int(Double(count) * sound.place))
    line = line.indices.map { line[$0] - line[($0 + count - gap) % count] }
    mean = line.reduce(0, +) / Float(count)
    let power = line.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(count)
    // The same loudness from every seed.
    let scale = 0.35 * strike.velocity / max(power, 1e-9).squareRoot()
    return line.map { ($0 - mean) * scale }
  }

  /// A string keeps the pitch that it is plucked at.
  mutating func bend(by ratio: Double) {}

  @inline(__always) mutating func next() -> Float {
    let sample = line[place]
    let soft = side * (sample + before) + middle * last
    (before, last) = (last, sample)
    allpassOut = allpass * (soft - allpassOut) + allpassIn
    allpassIn = soft
    // Below this nothing is heard, and the processor would slow down.
    line[place] = abs(allpassOut) < 1e-12 ? 0 : allpassOut
    place += 1
    if place == line.count { place = 0 }
    return sample
  }
}
