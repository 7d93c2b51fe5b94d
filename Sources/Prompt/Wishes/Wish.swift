internal import Graph
internal import World

/// What somebody wants to see, in words.
///
/// The same prompt, length and seed give the same scene with the same vocabulary, everywhere.
package struct Wish: Sendable {
  package var prompt: String
  package var seconds: Double
  package var seed: UInt64
  package var vocabulary: Vocabulary

  /// So many Unicode scalars of a prompt are read.
  package static let longest = 10_000

  /// - Parameters:
  ///   - seconds: 0.5 to 120.
  ///   - seed: At most 2⁵³ − 1, which is what a recipe can write.
  package init(_ prompt: String, seconds: Double = 8, seed: UInt64 = 0, vocabulary: Vocabulary = .builtin) {
    (self.prompt, self.seconds, self.seed, self.vocabulary) = (prompt, seconds, seed, vocabulary)
  }

  /// Makes the scene.
  ///
  /// - Throws: `WishError` where nothing of the prompt is known, with words that are near; or for a length or a seed out of range.
  package func understood() throws(WishError) -> Understanding {
    try check()
    let scalars = Array(prompt.unicodeScalars.prefix(Self.longest + 1))
    let tokens = Tokens.of(scalars.prefix(Self.longest))
    let grammar = Grammar(Lexer(tokens, vocabulary.lexicon).lexemes)
    guard grammar.hasMeaning else { throw nothingKnown(grammar) }
    var teller = Teller(grammar, vocabulary)
    teller.supposePlace()
    let arrangement = Arrangement(teller, seconds: seconds, seed: seed)
    let schedule = Schedule(arrangement, setting: teller.setting, seconds: seconds)
    let script = Script(arrangement, schedule, setting: teller.setting)
    let table = standingAlone(script.table(seconds: seconds, seed: seed))
    let scene = try scene(table)
    var leftOut =
      teller.leftOut + grammar.refused
      + grammar.unknown.prefix(200).enumerated().map { self.leftOut($1, suggests: $0 < 12) }
    if scalars.count > Self.longest {
      leftOut.append(.init(words: "…", offset: Self.longest, meaning: "only \(Self.longest) characters are read"))
    }
    return Understanding(
      scene: scene, table: table, understood: grammar.understood, assumed: teller.assumed + script.assumed,
      leftOut: leftOut)
  }

  private func check() throws(WishError) {
    guard (0.5...120).contains(seconds) else {
      throw WishError(came: "\(seconds) seconds", remedy: "wish for 0.5 to 120 s")
    }
    guard seed < 1 << 53 else { throw WishError(came: "the seed \(seed)", remedy: "take one below 2^53") }
  }

  /// With the words of our own that it uses, so that it means the same where nobody has them.
  private func standingAlone(_ table: SceneTable) -> SceneTable {
    let words = vocabulary.own.words(spokenIn: table)
    guard !words.fields.isEmpty else { return table }
    var table = table
    let place = table.fields.firstIndex { ["things", "figures"].contains($0.key) } ?? table.fields.endIndex
    table.fields.insert(.init("words", .table(words)), at: place)
    return table
  }

  /// What is written is read: text and scene are one path.
  private func scene(_ table: SceneTable) throws(WishError) -> Scene {
    do {
      return try SceneReader().scene(table)
    } catch {
      throw WishError(came: "the scene cannot be: \(error)", remedy: "say less, or say it in other words")
    }
  }

  private func leftOut(_ lexeme: Lexeme, suggests: Bool) -> Understanding.Remark {
    let near = !suggests ? nil : Nearness.nearest(to: lexeme.text, among: vocabulary.lexicon.phrases)
    let meaning = near.map { "not known; did you mean \"\($0)\"?" } ?? "not known"
    return .init(words: lexeme.text, offset: lexeme.offset, meaning: meaning)
  }

  private func nothingKnown(_ grammar: Grammar) -> WishError {
    var near: [String] = []
    for lexeme in grammar.unknown.prefix(12) {
      let word = Nearness.nearest(to: lexeme.text, among: vocabulary.lexicon.phrases)
      if let word, !near.contains(word) { near.append(word) }
    }
    let remedy =
      near.isEmpty
      ? "say what is to be seen: \"a ball rolls down a ramp\""
      : "did you mean \(near.map { "\"\($0)\"" }.joined(separator: ", "))?"
    return WishError(came: "nothing in the prompt is known", remedy: remedy)
  }
}

extension Grammar {
  /// Whether anything is said that can be seen.
  var hasMeaning: Bool {
    !clauses.isEmpty || setting.place != nil || setting.time != nil || !setting.weathers.isEmpty || setting.look != nil
  }
}
