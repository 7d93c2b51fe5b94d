/// The words that a prompt may use, and what they mean: a value that a host adds to.
///
/// Of two words with the same name the later one counts.
package struct Vocabulary: Sendable {
  /// What a scene follows from, beside its prompt: it changes when a word of ours does.
  package static let version = 1

  package var things: [ThingWord] { didSet { index() } }
  package var figures: [FigureWord] { didSet { index() } }
  package var materials: [MaterialWord] { didSet { index() } }
  package var colors: [ColorWord] { didSet { index() } }
  package var verbs: [VerbWord] { didSet { index() } }
  package var places: [PlaceWord] { didSet { index() } }
  package let qualities = QualityWord.builtin
  package let numbers = NumberWord.builtin
  package let formations = FormationWord.builtin
  package let relations = RelationWord.builtin
  package let outcomes = OutcomeWord.builtin
  package let times = TimeWord.builtin
  package let weathers = WeatherWord.builtin
  package let shots = ShotWord.builtin
  package let looks = LookWord.builtin
  private(set) var lexicon = Lexicon()

  package static let builtin = Vocabulary()

  private init() {
    things = ThingWord.balls + ThingWord.blocks + ThingWord.home + ThingWord.outdoors + ThingWord.moving
    (figures, materials, colors) = (FigureWord.builtin, MaterialWord.builtin, ColorWord.builtin)
    (verbs, places) = (VerbWord.builtin, PlaceWord.builtin)
    index()
  }

  /// With words of a host's own.
  package func adding(
    things: [ThingWord] = [], figures: [FigureWord] = [], materials: [MaterialWord] = [], colors: [ColorWord] = [],
    verbs: [VerbWord] = [], places: [PlaceWord] = []
  ) -> Vocabulary {
    var copy = self
    copy.things += things
    copy.figures += figures
    copy.materials += materials
    copy.colors += colors
    copy.verbs += verbs
    copy.places += places
    return copy
  }

  private mutating func index() { lexicon = Lexicon(self) }

  func thing(_ name: String) -> ThingWord? { things.last { $0.names.contains(name) } }
  func figure(_ name: String) -> FigureWord? { figures.last { $0.names.contains(name) } }
  func material(_ name: String) -> MaterialWord? { materials.last { $0.names.contains(name) } }
  func place(_ name: String) -> PlaceWord? { places.last { $0.names.contains(name) } }
  func shot(_ name: String) -> ShotWord? { shots.first { $0.names.contains(name) } }
}

extension Vocabulary {
  /// Words of one kind, for a list that a person reads.
  package struct Group: Hashable, Sendable {
    package let title: String
    /// Each with its synonyms: the first is what a scene's table calls it.
    package let words: [[String]]
  }

  /// All that there is, in the order of the dictionary.
  package var words: [Group] {
    [
      Group(title: "things", words: things.map(\.names)), Group(title: "figures", words: figures.map(\.names)),
      Group(title: "materials", words: materials.map(\.names)), Group(title: "colours", words: colors.map(\.names)),
      Group(title: "sizes and qualities", words: qualities.map(\.names)),
      Group(title: "numbers", words: numbers.map(\.names)), Group(title: "formations", words: formations.map(\.names)),
      Group(title: "actions", words: verbs.filter { $0.doing != .impossible }.map(\.names)),
      Group(title: "outcomes", words: outcomes.map(\.names)), Group(title: "relations", words: relations.map(\.names)),
      Group(title: "places", words: places.map(\.names)), Group(title: "times of day", words: times.map(\.names)),
      Group(title: "weathers", words: weathers.map(\.names)), Group(title: "camera", words: shots.map(\.names)),
      Group(title: "looks", words: looks.map(\.names)),
      Group(title: "cannot be", words: verbs.filter { $0.doing == .impossible }.map(\.names)),
    ]
  }
}
