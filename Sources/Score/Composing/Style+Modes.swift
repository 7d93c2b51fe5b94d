extension Style {
  /// Four bars each: what a mode is known for, where it has something of its own; else the mood's.
  func progressions(in mode: Mode) -> [String] {
    switch mode {
    case .major: major
    case .minor: minor
    case .dorian: ["i IV i IV", "i VII IV i", "i ii VII IV", "i III IV VII"]
    case .phrygian: ["i bII i vii", "i bII III bII", "i vii VI bII", "iv bII i i"]
    case .lydian: ["I II I II", "I7 iii7 II vi", "I II vi II", "vi II I7 I7"]
    case .mixolydian: ["I bVII IV I", "I v IV I", "IV bVII I I", "I bVII v IV"]
    }
  }

  /// The chord that leads home.
  func turn(in mode: Mode) -> String {
    switch mode {
    case .major: majorTurn
    case .minor: minorTurn
    case .dorian: "VII"
    case .phrygian: "bII"
    case .lydian: "II"
    case .mixolydian: "bVII"
    }
  }
}
