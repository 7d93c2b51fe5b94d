internal import World

/// A word of a recipe's or a host's own, as a table says it:
///
/// ```lua
/// words = {
///   gizmo = { shape = "box", size = { 0.3, 0.2, 0.3 }, material = "brass", also = "widget" },
///   ox = { is = "figure", like = "horse", skin = "#5a4030", plural = "oxen" },
///   goo = { is = "material", like = "jelly", density = 1200, color = "lime" },
///   arena = { is = "place", like = "gym", ground = "sand" },
///   moody = { is = "look", like = "noir" },
/// }
/// ```
enum OwnWord {
  case thing(ThingWord)
  case figure(FigureWord)
  case material(MaterialWord)
  case place(PlaceWord)
  case look(LookWord)

  enum Kind: String, CaseIterable { case thing, figure, material, place, look }

  /// Reads the words of a table. One may be like another, or made of it, whichever comes first.
  static func all(
    of table: SceneTable, in vocabulary: Vocabulary
  ) throws(SceneError) -> [(entry: SceneTable.Field, word: OwnWord)] {
    guard table.fields.count <= Vocabulary.mostOwnWords else {
      throw SceneError("words", "\(table.fields.count) words", wanted: "\(Vocabulary.mostOwnWords) at most")
    }
    var (known, taken) = (vocabulary, Set<String>())
    var words: [(SceneTable.Field, OwnWord)] = []
    for entry in try inOrder(table.fields) {
      let reader = try OwnWordReader(entry, known)
      for name in reader.names where !taken.insert("\(reader.kind) \(name)").inserted {
        throw SceneError(reader.path, "\"\(name)\" is a name of another word, too", remedy: "give it to one of them")
      }
      let word = try reader.word()
      known.add(word)
      words.append((entry, word))
    }
    return words
  }

  /// Each after those that it speaks of.
  private static func inOrder(_ fields: [SceneTable.Field]) throws(SceneError) -> [SceneTable.Field] {
    var (waiting, ordered) = (fields.map { (field: $0, names: $0.names, texts: $0.value.texts) }, [SceneTable.Field]())
    while !waiting.isEmpty {
      let ready = waiting.filter { word in
        waiting.allSatisfy { $0.field.key == word.field.key || $0.names.isDisjoint(with: word.texts) }
      }
      guard !ready.isEmpty else {
        throw SceneError(
          "words.\(waiting[0].field.key)", "it is made of words that are made of it",
          remedy: "give one of them a form of its own")
      }
      ordered += ready.map(\.field)
      let done = Set(ready.map(\.field.key))
      waiting.removeAll { done.contains($0.field.key) }
    }
    return ordered
  }
}

extension SceneTable {
  /// Those of its words that another table speaks of, and those that they are made of.
  package func words(spokenIn table: SceneTable) -> SceneTable {
    var (texts, spoken) = (SceneValue.table(table).texts, Set<String>())
    while let next = fields.first(where: { !spoken.contains($0.key) && !$0.names.isDisjoint(with: texts) }) {
      spoken.insert(next.key)
      texts.formUnion(next.value.texts)
    }
    return SceneTable(fields: fields.filter { spoken.contains($0.key) })
  }
}

extension SceneTable.Field {
  /// Of a word, all that it is called.
  fileprivate var names: Set<String> {
    guard case .table(let table) = value else { return [key] }
    return (table["also"]?.texts ?? []).union([key])
  }
}

extension SceneValue {
  /// Every text in it.
  fileprivate var texts: Set<String> {
    switch self {
    case .text(let text): [text]
    case .table(let table): (table.list + table.fields.map(\.value)).reduce(into: []) { $0.formUnion($1.texts) }
    case .number, .flag: []
    }
  }
}
