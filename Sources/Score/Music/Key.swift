/// A tonic and a scale on it.
package struct Key: Hashable, Sendable {
  /// 0 is C, 11 is B.
  package let tonic: Int
  package let mode: Mode

  package init(tonic: Int, mode: Mode) {
    (self.tonic, self.mode) = ((tonic % 12 + 12) % 12, mode)
  }

  /// Reads a key as musicians write it: `C minor`, `F# major`, `Bb dorian`, `Am`; major if no mode is said.
  ///
  /// - Throws: `MusicError` with code `.key`.
  package init(_ text: String) throws(MusicError) {
    guard let key = Key(reading: text) else {
      throw MusicError(
        .key, "\"\(text.prefix(40))\" is no key", wanted: "a note from A to G, # or b, and a mode",
        remedy: "write for instance \"C minor\"; the modes are \(Mode.names)")
    }
    self = key
  }

  private init?(reading text: String) {
    var rest = text.prefix(40).lowercased()[...]
    guard let letter = rest.popFirst(), let natural = Key.naturals[letter] else { return nil }
    var tonic = natural
    switch rest.first {
    case "#", "♯": (tonic, rest) = (tonic + 1, rest.dropFirst())
    case "b", "♭": (tonic, rest) = (tonic - 1, rest.dropFirst())
    default: break
    }
    guard let mode = Mode(word: rest.drop { $0 == " " }) else { return nil }
    self.init(tonic: tonic, mode: mode)
  }

  private static let naturals: [Character: Int] = ["c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11]

  /// Whether a pitch is one of the scale's notes.
  package func holds(_ pitch: Int) -> Bool {
    mode.scale.contains(((pitch - tonic) % 12 + 12) % 12)
  }
}

extension Key: CustomStringConvertible {
  package var description: String {
    let names = ["C", "C#", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"]
    return "\(names[tonic]) \(mode.rawValue)"
  }
}
