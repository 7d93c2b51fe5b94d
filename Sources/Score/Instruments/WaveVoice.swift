import Media

/// An instrument whose sound goes on while it is held: waves, perhaps two or three beside each other, through a filter.
struct WaveSound: Sendable {
  var wave: Wave
  /// Cents between the waves left and right; 0 is one wave.
  var detune = 0.0
  /// The level of a sine an octave below.
  var sub = 0.0
  var attack = 0.005
  var decay = 0.1
  var sustain = 1.0
  var release = 0.1
  /// The filter's corner in Hz when played softest, and how much opens with velocity and with the note's attack.
  var cutoff: Double?
  var opening = 0.0
  var sweep = 0.0
  var resonance = 0.7
  /// Cents, and the seconds until it has grown.
  var vibrato = 0.0
  var vibratoDelay = 0.4
  var breath = 0.0
  var level = 0.2
}

struct WaveVoice: Voice {
  private let sound: WaveSound
  private let frequency: Double
  private let loudness: Float
  private let openness: Float
  private let isWide, isFiltered: Bool
  private let subLevel, breath: Float
  private let envelope: Envelope
  private var left, right, sub: Oscillator
  private var lfo: Oscillator
  private var noise: Noise
  private var filter: Filter
  private var age = 0
  private var bent = 1.0

  init(_ sound: WaveSound, _ strike: Strike) {
    (self.sound, frequency) = (sound, strike.frequency)
    let velocity = Double(strike.velocity)
    loudness = Float(sound.level * (0.35 + 0.65 * velocity) * velocity.squareRoot())
    (isWide, isFiltered) = (sound.detune > 0, sound.cutoff != nil)
    (subLevel, breath) = (Float(sound.sub), Float(sound.breath))
    openness = Float(sound.opening * velocity * velocity)
    envelope = Envelope(
      attack: sound.attack, decay: sound.decay, sustain: sound.sustain, release: sound.release, gate: strike.gate)
    var dice = Dice(strike.seed, "phase")
    let apart = Elementary.exp2(sound.detune / 2400)
    let phases = sound.detune > 0 ? (dice.unit(), dice.unit()) : (0, 0)
    left = Oscillator(sound.wave, frequency: frequency / apart, phase: phases.0)
    right = Oscillator(sound.wave, frequency: frequency * apart, phase: phases.1)
    sub = Oscillator(.pure, frequency: frequency / 2)
    lfo = Oscillator(.pure, frequency: 5.1 + 0.5 * dice.unit(), phase: dice.unit())
    noise = Noise(seed: dice.next())
    filter = Filter(resonance: sound.resonance)
  }

  mutating func bend(by ratio: Double) { bent = ratio }

  mutating func add(to chunk: inout MutableSpan<Stereo>, from first: Int) {
    let count = chunk.count - first
    move(over: count)
    var level = Ramp(
      from: envelope.level(at: age) * loudness, to: envelope.level(at: age + count) * loudness, over: count)
    // Copies of its own, so that the loop keeps them in registers.
    var (left, right, sub, noise, filter) = (left, right, sub, noise, filter)
    for index in first..<chunk.count {
      let side = left.next()
      var sample = isWide ? Stereo(side, right.next()) : Stereo(repeating: side)
      if subLevel > 0 { sample += subLevel * sub.next() }
      if breath > 0 { sample += breath * noise.next() }
      if isFiltered { sample = filter.low(of: sample) }
      chunk[index] += level.next() * sample
    }
    (self.left, self.right, self.sub, self.noise, self.filter) = (left, right, sub, noise, filter)
    age += count
  }

  /// Sets what changes slowly: vibrato and the filter's corner.
  private mutating func move(over count: Int) {
    if sound.vibrato > 0 || bent != 1 {
      let grown = min(1, Double(age) / (sound.vibratoDelay * Strike.sampleRate))
      let ratio = bent * (1 + sound.vibrato / 1731 * grown * Double(lfo.value(after: count)))
      left.bend(by: ratio)
      right.bend(by: ratio)
      sub.bend(by: ratio)
    }
    guard let cutoff = sound.cutoff else { return }
    let swept = Float(sound.sweep) * envelope.level(at: age)
    filter.tune(to: Float(cutoff) * (1 + openness + swept) + Float(frequency))
  }
}
