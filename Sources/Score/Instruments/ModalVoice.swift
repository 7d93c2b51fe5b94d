import Media

/// Something struck that rings in modes of its own: strings of a piano, a bell, a bar of wood.
struct ModalSound: Sendable {
  struct Mode: Sendable {
    /// Times the note's frequency.
    let ratio: Double
    let level: Double
    /// Seconds to fall by 60 dB, at 440 Hz.
    let ring: Double
  }

  var modes: [Mode]
  /// A second string for each mode lies so many cents beside, and rings longer.
  var beating = 0.0
  /// How quickly higher notes ring shorter: the power of 440 Hz over the frequency.
  var shortening = 0.5
  /// How soft a hammer is: in Hz, where its spectrum has fallen to a third at medium velocity.
  var softness = 3000.0
  /// Noise of the blow.
  var knock = 0.0
  var release = 0.3
  var level = 0.3
}

struct ModalVoice: Voice {
  private var banks: [ModeBank]
  private var knock: Float
  private var noise: Noise
  private var knocked = Filter(resonance: 1)
  private let envelope: Envelope
  private let pan: Stereo
  private var age = 0
  private static let knockDecay = Float(Strike.decay(0.05))

  init(_ sound: ModalSound, _ strike: Strike) {
    let partials = ModalVoice.partials(sound, strike)
    banks = stride(from: 0, to: partials.count, by: 8).map {
      ModeBank(partials[$0..<min($0 + 8, partials.count)], across: sound.beating > 0 ? 0.4 : 1)
    }
    knock = Float(sound.knock) * strike.velocity * strike.velocity
    noise = Noise(seed: strike.seed)
    knocked.tune(to: Float(min(4 * strike.frequency, 2500)))
    envelope = Envelope(attack: 0.0007, decay: 1, sustain: 1, release: sound.release, gate: strike.gate)
    pan = Float(sound.level) * Strike.pan(0.35 * Elementary.log2(strike.frequency / 330) / 3)
  }

  /// Four modes, then their second strings, and so on: a bank's halves go to the two sides.
  private static func partials(_ sound: ModalSound, _ strike: Strike) -> [ModeBank.Partial] {
    let corner = sound.softness * (0.3 + 1.4 * Double(strike.velocity))
    let short = Elementary.power(440 / strike.frequency, sound.shortening)
    let apart = Elementary.exp2(sound.beating / 1200)
    let audible = sound.modes.filter { $0.ratio * strike.frequency < 15_000 }
    var partials: [ModeBank.Partial] = []
    for group in stride(from: 0, to: audible.count, by: 4) {
      let four = audible[group..<min(group + 4, audible.count)].map { mode in
        let frequency = mode.ratio * strike.frequency
        let hammer = Elementary.exp2(-1.6 * frequency / corner)
        return ModeBank.Partial(
          frequency: frequency, level: mode.level * hammer * Double(strike.velocity), ring: min(mode.ring * short, 20))
      }
      let silent = Array(repeating: ModeBank.Partial.silent, count: 4 - four.count)
      partials += four + silent
      guard sound.beating > 0 else { continue }
      partials += four.map {
        ModeBank.Partial(frequency: $0.frequency * apart, level: $0.level * 0.7, ring: $0.ring * 1.6)
      }
      partials += silent
    }
    return partials
  }

  mutating func bend(by ratio: Double) {
    for index in banks.indices { banks[index].bend(by: ratio) }
  }

  mutating func add(to chunk: inout MutableSpan<Stereo>, from first: Int) {
    let count = chunk.count - first
    let (start, end) = (envelope.level(at: age), envelope.level(at: age + count))
    for index in banks.indices {
      banks[index].add(to: &chunk, from: first, Ramp(from: start, to: end, over: count), pan)
    }
    if knock > 1e-5 { addKnock(to: &chunk, from: first) }
    age += count
  }

  private mutating func addKnock(to chunk: inout MutableSpan<Stereo>, from first: Int) {
    for index in first..<chunk.count {
      chunk[index] += knocked.band(of: Stereo(repeating: knock * noise.next())) * pan
      knock *= ModalVoice.knockDecay
    }
  }
}
