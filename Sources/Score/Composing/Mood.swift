/// How music feels. Each has a style: who plays, what chords and rhythms there are, how freely.
package enum Mood: String, Hashable, Sendable, CaseIterable {
  case calm, happy, sad, tense, epic, dreamy, playful, dark, lofi, chiptune

  /// - Throws: `MusicError` with code `.mood`.
  package init(_ name: String) throws(MusicError) {
    guard let mood = Mood(rawValue: name) else {
      let names = Mood.allCases.map(\.rawValue).joined(separator: ", ")
      throw MusicError(.mood, "\"\(name.prefix(40))\" is no mood", wanted: names, remedy: "choose one of these")
    }
    self = mood
  }

  /// The beats a minute that suit it.
  package var tempo: Double { style.tempo }
  /// A key that suits it.
  package var key: Key { style.key }

  var style: Style {
    switch self {
    case .calm: .calm
    case .happy: .happy
    case .sad: .sad
    case .tense: .tense
    case .epic: .epic
    case .dreamy: .dreamy
    case .playful: .playful
    case .dark: .dark
    case .lofi: .lofi
    case .chiptune: .chiptune
    }
  }
}
