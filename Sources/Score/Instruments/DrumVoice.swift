import Media

struct DrumVoice: Voice {
  private let sound: DrumSound
  private var skin: Oscillator
  private var skinLevel: Float
  private let skinDecay: Float
  private var height: Double
  private let lowering: Double
  private var noise: Noise
  private var noiseLevel: Float
  private let noiseDecay: Float
  private var filter: Filter
  private var metal: [Oscillator] = []
  private let pan: Stereo
  private let length: Int
  private var age = 0

  init(_ sound: DrumSound, _ strike: Strike) {
    self.sound = sound
    skin = Oscillator(.pure, frequency: max(sound.skin.to, 1))
    let loudness = strike.velocity * strike.velocity.squareRoot()
    skinLevel = Float(sound.skinLevel) * loudness
    skinDecay = Float(Strike.decay(sound.skin.ring))
    // The pitch above the lowest falls by e⁻¹ in a third of the time; a soft stroke bends the skin less.
    height = (sound.skin.from / max(sound.skin.to, 1) - 1) * Double(0.5 + 0.5 * strike.velocity)
    lowering = Elementary.exp2(-4.3 * 64 / (sound.skin.fall * Strike.sampleRate))
    var dice = Dice(strike.seed, "drum")
    noise = Noise(seed: dice.next())
    noiseLevel = Float(sound.noiseLevel) * loudness
    noiseDecay = Float(Strike.decay(sound.band.ring))
    filter = Filter(resonance: sound.band.resonance)
    filter.tune(to: Float(sound.band.frequency * (0.94 + 0.12 * dice.unit())) * (0.8 + 0.2 * strike.velocity))
    if sound.metalLevel > 0 { metal = DrumVoice.metal(&dice) }
    pan = Strike.pan(sound.pan)
    length = Int(sound.length * Strike.sampleRate)
  }

  /// The six squares of the TR-808's cymbals, an octave and a half up.
  private static func metal(_ dice: inout Dice) -> [Oscillator] {
    [205.3, 304.4, 369.6, 522.7, 540, 800].map { Oscillator(.square, frequency: $0 * 2.8, phase: dice.unit()) }
  }

  /// A drum has no pitch to bend.
  mutating func bend(by ratio: Double) {}

  mutating func add(to chunk: inout MutableSpan<Stereo>, from first: Int) {
    let count = chunk.count - first
    if sound.skinLevel > 0 { addSkin(to: &chunk, from: first) }
    if noiseLevel > 1e-6 { addNoise(to: &chunk, from: first) }
    age += count
  }

  private mutating func addSkin(to chunk: inout MutableSpan<Stereo>, from first: Int) {
    skin.bend(by: 1 + height)
    height *= lowering
    for index in first..<chunk.count {
      chunk[index] += skinLevel * skin.next() * pan
      skinLevel *= skinDecay
    }
    if skinLevel < 1e-6 { skinLevel = 0 }
  }

  private mutating func addNoise(to chunk: inout MutableSpan<Stereo>, from first: Int) {
    let count = chunk.count - first
    var level = Ramp(from: swelling(at: age), to: swelling(at: age + count), over: count)
    for index in first..<chunk.count {
      var sample = noise.next()
      for each in metal.indices { sample += metalShare * metal[each].next() }
      let wide = Stereo(repeating: sample)
      let heard = sound.isHigh ? filter.high(of: wide) : filter.band(of: wide)
      chunk[index] += level.next() * noiseLevel * heard * pan
      noiseLevel *= noiseDecay
    }
  }

  private var metalShare: Float { Float(sound.metalLevel / max(sound.noiseLevel, 0.01)) }

  /// The noise's own curve before it dies away: a shaker's swell, or the hands of a clap.
  private func swelling(at sample: Int) -> Float {
    let time = Double(sample) / Strike.sampleRate
    let ending = Float(min(1, max(0, Double(length - sample) / 480)))
    if time < sound.swell { return Float(time / sound.swell) * ending }
    guard sound.claps > 1, time < 0.011 * Double(sound.claps) else { return ending }
    let within = time / 0.011 - (time / 0.011).rounded(.down)
    return Float(1 - 0.8 * within)
  }
}
