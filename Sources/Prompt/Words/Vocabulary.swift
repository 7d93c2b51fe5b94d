/// The words that a prompt may use, and what they mean: a value, to which a recipe or a host adds words of its own.
///
/// Of two words with the same name the later one counts: a recipe that brings a word along goes on to mean its own by it when
/// the dictionary learns one of that name.
package struct Vocabulary: Sendable {
  /// What a scene follows from, beside its prompt: it changes when a word of ours does.
  package static let version = 1

  package private(set) var things: [ThingWord]
  package private(set) var figures = FigureWord.builtin
  package private(set) var materials = MaterialWord.builtin
  package private(set) var places = PlaceWord.builtin
  package private(set) var looks = LookWord.builtin
  package let colors = ColorWord.builtin
  package let verbs = VerbWord.builtin
  package let qualities = QualityWord.builtin
  package let numbers = NumberWord.builtin
  package let formations = FormationWord.builtin
  package let relations = RelationWord.builtin
  package let outcomes = OutcomeWord.builtin
  package let times = TimeWord.builtin
  package let weathers = WeatherWord.builtin
  package let shots = ShotWord.builtin
  /// What was added, as it was said.
  package private(set) var own = SceneTable()
  private(set) var lexicon = Lexicon()

  package static let builtin = Vocabulary()

  private init() {
    things = ThingWord.balls + ThingWord.blocks + ThingWord.home + ThingWord.outdoors + ThingWord.moving
    lexicon = Lexicon(self)
  }

  /// So many at once.
  package static let mostOwnWords = 100

  /// With words of a recipe's or a host's own.
  ///
  /// - Parameter words: By name: `gizmo = { shape = "box", material = "brass" }`; see `OwnWord`.
  /// - Throws: `SceneError` for the first mistake, at `words.gizmo.shape`.
  package func adding(_ words: SceneTable) throws(SceneError) -> Vocabulary {
    var copy = self
    for (entry, word) in try OwnWord.all(of: words, in: self) {
      copy.own[entry.key] = entry.value
      copy.add(word)
    }
    copy.lexicon = Lexicon(copy)
    return copy
  }

  mutating func add(_ word: OwnWord) {
    switch word {
    case .thing(let word): things.append(word)
    case .figure(let word): figures.append(word)
    case .material(let word): materials.append(word)
    case .place(let word): places.append(word)
    case .look(let word): looks.append(word)
    }
  }

  func thing(_ name: String) -> ThingWord? {
    things.last { $0.names.contains(name) } ?? ThingWord.backdrops.first { $0.name == name }
  }
  func figure(_ name: String) -> FigureWord? { figures.last { $0.names.contains(name) } }
  func material(_ name: String) -> MaterialWord? { materials.last { $0.names.contains(name) } }
  func place(_ name: String) -> PlaceWord? { places.last { $0.names.contains(name) } }
  func look(_ name: String) -> LookWord? { looks.last { $0.names.contains(name) } }
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
