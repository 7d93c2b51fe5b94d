extension WaveSound {
  static let bass = WaveSound(
    wave: .saw, sub: 0.75, attack: 0.006, decay: 0.9, sustain: 0.55, release: 0.09, cutoff: 130, opening: 3.5,
    sweep: 2.5,
    resonance: 0.8, level: 0.42)
  static let pad = WaveSound(
    wave: .saw, detune: 13, sub: 0.12, attack: 0.55, decay: 2, sustain: 0.85, release: 1.3, cutoff: 420, opening: 1.6,
    sweep: 1.2, resonance: 0.6, vibrato: 3, level: 0.2)
  static let strings = WaveSound(
    wave: .bowed, detune: 11, attack: 0.14, decay: 0.6, sustain: 0.85, release: 0.4, cutoff: 900, opening: 2.6,
    sweep: 0.8,
    resonance: 0.6, vibrato: 9, vibratoDelay: 0.5, breath: 0.012, level: 0.2)
  /// Strings with a bow that bounces off.
  static let spiccato = WaveSound(
    wave: .bowed, detune: 9, attack: 0.012, decay: 0.3, sustain: 0.12, release: 0.18, cutoff: 700, opening: 3.5,
    sweep: 2,
    resonance: 0.6, breath: 0.02, level: 0.3)
  static let brass = WaveSound(
    wave: .saw, detune: 5, attack: 0.05, decay: 0.35, sustain: 0.8, release: 0.16, cutoff: 350, opening: 4.5,
    sweep: 3.5,
    resonance: 0.75, vibrato: 5, vibratoDelay: 0.7, level: 0.24)
  static let lead = WaveSound(
    wave: .saw, detune: 6, sub: 0.2, attack: 0.012, decay: 0.4, sustain: 0.75, release: 0.14, cutoff: 700, opening: 3,
    sweep: 1.5, resonance: 1.1, vibrato: 11, vibratoDelay: 0.5, level: 0.24)
  static let organ = WaveSound(
    wave: .organ, detune: 2, attack: 0.008, decay: 0.05, sustain: 0.95, release: 0.06, vibrato: 4, vibratoDelay: 0.1,
    level: 0.17)
  static let flute = WaveSound(
    wave: .flute, attack: 0.06, decay: 0.15, sustain: 0.9, release: 0.12, cutoff: 1200, opening: 2, sweep: 0.8,
    resonance: 0.6, vibrato: 13, vibratoDelay: 0.5, breath: 0.05, level: 0.34)
  static let chip = WaveSound(
    wave: .pulse, attack: 0.002, decay: 0.16, sustain: 0.6, release: 0.04, vibrato: 8, vibratoDelay: 0.35, level: 0.22)
  static let chipBass = WaveSound(
    wave: .triangle, attack: 0.002, decay: 0.1, sustain: 0.9, release: 0.03, level: 0.4)
}
