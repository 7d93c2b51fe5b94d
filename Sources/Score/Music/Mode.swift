/// A scale of seven notes with a tonic that can rest; locrian, whose tonic chord is diminished, is not among them.
package enum Mode: String, Hashable, Sendable, CaseIterable {
  case major, minor, dorian, phrygian, lydian, mixolydian

  /// Semitones above the tonic.
  package var scale: [Int] {
    switch self {
    case .major: [0, 2, 4, 5, 7, 9, 11]
    case .minor: [0, 2, 3, 5, 7, 8, 10]
    case .dorian: [0, 2, 3, 5, 7, 9, 10]
    case .phrygian: [0, 1, 3, 5, 7, 8, 10]
    case .lydian: [0, 2, 4, 6, 7, 9, 11]
    case .mixolydian: [0, 2, 4, 5, 7, 9, 10]
    }
  }

  package var isMinor: Bool { scale[2] == 3 }

  /// A mode by its own name, or by one of the others in use.
  init?(word: some StringProtocol) {
    switch word {
    case "", "maj", "ionian": self = .major
    case "m", "min", "aeolian": self = .minor
    default: self.init(rawValue: String(word))
    }
  }

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
