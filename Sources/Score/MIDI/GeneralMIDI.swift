extension Instrument {
  /// The nearest of our instruments to one of General MIDI's 128 programs, which come in families of eight.
  init(program: Int) {
    switch program {
    case 4, 5: self = .electricPiano
    case 0..<8: self = .piano
    case 12, 13: self = .mallet
    case 8..<16: self = .bell
    case 16..<24: self = .organ
    case 24..<32: self = .guitar
    case 32..<40: self = .bass
    case 45: self = .spiccato
    case 46: self = .harp
    case 47, 108, 115..<120: self = .mallet
    case 40..<52: self = .strings
    case 52..<55: self = .pad
    case 55: self = .spiccato
    case 56..<72: self = .brass
    case 72..<80: self = .flute
    case 80: self = .chip
    case 81..<88: self = .lead
    case 88..<104: self = .pad
    case 104..<108: self = .guitar
    case 112, 114: self = .bell
    default: self = .lead
    }
  }
}
