internal import Media
internal import World

/// Reads one word of a recipe's or a host's own.
struct OwnWordReader {
  let kind: OwnWord.Kind
  let path: String
  /// What it is called: the first is its own name.
  let names: [String]
  let fields: Fields
  let vocabulary: Vocabulary

  /// - Parameter vocabulary: With the words that it speaks of.
  init(_ entry: SceneTable.Field, _ vocabulary: Vocabulary) throws(SceneError) {
    path = "words.\(entry.key)"
    self.vocabulary = vocabulary
    kind = try Self.kind(entry.value, at: path)
    fields = try Fields(entry.value, at: path, names: ["is", "like", "also", "plural"] + kind.settings)
    names = [try Self.name(entry.key, at: path)] + (try Self.synonyms(fields))
  }

  private static func kind(_ value: SceneValue, at path: String) throws(SceneError) -> OwnWord.Kind {
    guard case .table(let table) = value else {
      throw SceneError(path, value.words, wanted: "a table, in braces", remedy: "write { shape = \"box\" }")
    }
    guard let said = table["is"] else { return .thing }
    let name = try Fields.text(said, at: "\(path).is")
    guard let kind = OwnWord.Kind(rawValue: name) else {
      throw .unknown(name, "kind of word", among: OwnWord.Kind.allCases.map(\.rawValue), at: "\(path).is")
    }
    return kind
  }

  private static func synonyms(_ fields: Fields) throws(SceneError) -> [String] {
    let path = fields.place(of: "also")
    guard case .table(let table)? = fields["also"] else {
      return try fields.text("also").map { (text) throws(SceneError) in [try name(text, at: path)] } ?? []
    }
    guard table.fields.isEmpty, table.list.count <= 20 else {
      throw SceneError(path, "a table", wanted: "a text, or a list of 20 at most")
    }
    return try table.list.map { (value) throws(SceneError) in try name(Fields.text(value, at: path), at: path) }
  }

  /// As a prompt's words are found: letters of lower case, four words at most.
  private static func name(_ text: String, at path: String) throws(SceneError) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let isPlain = words.allSatisfy { word in
      !word.isEmpty && word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "'" }
    }
    guard isPlain, words.count <= Lexicon.longestPhrase, text.utf8.count <= 60, text == text.lowercased() else {
      throw SceneError(
        path, "\"\(text.prefix(60))\" is no name for a word", wanted: "one to four words of small letters",
        remedy: "write gizmo, or [\"big gizmo\"]")
    }
    guard !["ground", "water", "world", "form"].contains(text) else {
      throw SceneError(path, "\"\(text)\" has a meaning of its own", remedy: "call it something else")
    }
    return text
  }

  func word() throws(SceneError) -> OwnWord {
    switch kind {
    case .thing: .thing(try thing())
    case .figure: .figure(try figure())
    case .material: .material(try material())
    case .place: .place(try place())
    case .look: .look(try look())
    }
  }

  /// The word that it begins as.
  ///
  /// - Parameter usual: Where none is said.
  func model<Word>(
    _ usual: String?, _ find: (String) -> Word?, among names: [String]
  ) throws(SceneError) -> Word {
    let place = fields.place(of: "like")
    guard let name = try fields.text("like") ?? usual else {
      throw SceneError(path, "what it is like is not said", remedy: "write like = \"\(names.first ?? "")\"")
    }
    guard let word = find(name) else { throw .unknown(name, kind.rawValue, among: names, at: place) }
    return word
  }

  /// A colour, as it is written.
  func color(_ name: String) throws(SceneError) -> String? {
    try fields.color(name) == nil ? nil : try fields.text(name)
  }

  func material(named key: String) throws(SceneError) -> String? {
    guard let name = try fields.text(key) else { return nil }
    _ = try Maker.material(name, in: vocabulary, at: fields.place(of: key))
    return name
  }
}

extension OwnWord.Kind {
  fileprivate var settings: [String] {
    switch self {
    case .thing: Piece.shapeNames + ["size", "parts", "material", "color", "mass", "weight", "fixed"]
    case .figure: ["height", "top", "bottom", "hair", "skin"]
    case .material:
      [
        "density", "friction", "rolling", "bounce", "sound", "color", "second", "pattern", "scale", "roughness",
        "metal",
        "clarity", "refraction", "glow",
      ]
    case .place: ["ground", "color", "bounce", "gravity", "sky", "scenery"]
    case .look: []
    }
  }
}
