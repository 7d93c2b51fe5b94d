import Media

/// Who plays.
package enum Instrument: String, Hashable, Sendable, CaseIterable {
  case piano, electricPiano, guitar, harp, bass, pad, strings, spiccato, brass, bell, mallet, lead, organ, flute, chip,
    chipBass, drums

  /// Whether it plays one note at a time.
  package var isMonophonic: Bool { [.bass, .lead, .flute, .chip, .chipBass].contains(self) }

  /// Samples from the start of a note until nothing of it is heard.
  func span(_ pitch: Int, gate: Int) -> Int {
    if self == .drums { return Int(DrumSound.key(pitch).length * Strike.sampleRate) }
    return gate + Int(release * Strike.sampleRate) + 1
  }

  /// Seconds that a note sounds on after it is let go; at most 3.
  private var release: Double {
    if let wave { return wave.release }
    if let modal { return modal.release }
    return plucked?.release ?? 0.25
  }

  /// A note of it.
  func voice(_ pitch: Int, _ strike: Strike) -> any Voice {
    if let wave { return WaveVoice(wave, strike) }
    if let modal { return ModalVoice(modal, strike) }
    if let plucked { return StringVoice(plucked, strike) }
    return self == .drums ? DrumVoice(DrumSound.key(pitch), strike) : FMVoice(strike)
  }
}

extension Instrument {
  var plucked: PluckedSound? {
    switch self {
    case .guitar: PluckedSound(ring: 3.2, dullness: 0.09, place: 0.19, release: 0.2, level: 0.5)
    case .harp: PluckedSound(ring: 5, dullness: 0.035, place: 0.4, release: 0.9, level: 0.42)
    default: nil
    }
  }

  var modal: ModalSound? {
    switch self {
    case .piano: .piano
    case .bell: .bell
    case .mallet: .mallet
    default: nil
    }
  }

  var wave: WaveSound? {
    switch self {
    case .bass: .bass
    case .pad: .pad
    case .strings: .strings
    case .spiccato: .spiccato
    case .brass: .brass
    case .lead: .lead
    case .organ: .organ
    case .flute: .flute
    case .chip: .chip
    case .chipBass: .chipBass
    default: nil
    }
  }
}
