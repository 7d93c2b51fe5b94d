import Claims
import Graph
import Media
import Recipe
import Testing

/// A recipe around an example of the reference that returns nothing.
private func recipe(from example: String) -> String {
  example.contains("return ") ? example : example + "\nreturn solid('red'):lasting(1)"
}

@Test(arguments: Language.words.map(\.title)) func theExampleOfAWordWorks(title: String) throws {
  let word = try #require(Language.words.first { $0.title == title })
  let result = try run(recipe(from: word.example), in: Archive.example)
  #expect(result.graph.duration > .zero)
}

@Test func everyNodeKindIsMadeByAWordOrAJoin() {
  let made = Set(Language.words.compactMap(\.node))
  // Captions are texts or subtitles, as their file is.
  #expect(made.union([.delay, .subtitles]) == Set(NodeKind.allCases))
}

@Test func noWordHasTwoParametersOfOneName() {
  for word in Language.words {
    #expect(Set(word.parameters.map(\.name)).count == word.parameters.count, "\(word.title)")
  }
}

@Test func everyPresetIsAValueOfItsType() {
  for parameter in Language.words.flatMap(\.parameters) {
    guard let preset = parameter.preset else { continue }
    switch (parameter.type, preset) {
    case (.number(let range, _), .number(let value)): #expect(range.contains(value))
    case (.curve(let range, _), .number(let value)): #expect(range.contains(value))
    case (.integer(let range, _), .number(let value)): #expect(range.contains(Int(value)))
    case (.time(let range), .time(let time)): #expect(range.contains(time.seconds))
    case (.choice(let names), .text(let name)): #expect(names.contains(name))
    case (.text, .text), (.flag, .flag), (.color, .color), (.paint, .color), (.weight, .number): break
    default: Issue.record("\(parameter.name) has a preset of another type")
    }
  }
}

/// A word with values for its first parameters: how many come by place, and the rest by name.
private struct Phrase: CustomStringConvertible {
  let word: Word
  let values: [String]
  let placed: Int

  func recipe(placing count: Int) -> String {
    let names = word.parameters.map(\.name)
    let named = zip(names, values).dropFirst(count).map { "[\"\($0)\"] = \($1)" }
    let table = named.isEmpty ? [] : ["{ \(named.joined(separator: ", ")) }"]
    let call = "(\((values.prefix(count) + table).joined(separator: ", ")))"
    let clip = word.form == .method ? "video('a.mp4'):\(word.name)\(call)" : "\(word.name)\(call)"
    return "local c = \(clip) return c.duration and c or c:lasting(1)"
  }

  var description: String { recipe(placing: placed) }
}

extension Draws {
  fileprivate mutating func phrase() -> Phrase {
    let words = Language.words.filter { word in
      word.form != .property && word.chapter != .recipe && word.chapter != .remix && !word.takesClips
        && !word.parameters.isEmpty && word.chapter != .text && word.chapter != .listening
        && !(word.chapter == .madeSound && word.form == .method)
    }
    let word = one(of: words)
    let needed = word.parameters.lastIndex { !$0.isOptional }.map { $0 + 1 } ?? 0
    // A table in last place is a table of names, so what is a table itself comes by name.
    // Options of a transition go by its style, and those of a scene exclude those of a model.
    let last = word.parameters.firstIndex {
      if case .record = $0.type { true } else { ["direction", "by"].contains($0.name) }
    }
    let most = last ?? word.parameters.count
    let count = int(max(needed, 1)...most)
    let values = word.parameters.prefix(count).enumerated().map { literal(for: $1, at: $0) }
    return Phrase(word: word, values: values, placed: int(0...count))
  }

  /// A value in Lua; later times are later.
  private mutating func literal(for parameter: Parameter, at index: Int) -> String {
    switch parameter.type {
    case .clip: "video('short.mp4')"
    case .clips: "{ video('short.mp4'), text('a') }"
    case .shader: "function(p, t) return vec3(p / resolution, sin(t)) end"
    // Little enough to end in time.
    case .number where parameter.name == "feedback": "0.3"
    case .number(let range, _): "\(min(max(real(0.5...4), range.lowerBound), range.upperBound))"
    case .integer(let range, _):
      "\(int(max(1, range.lowerBound)...min(max(1, range.lowerBound) + 99, range.upperBound)))"
    case .curve(let range, _): curve(within: range)
    // Only sound by itself goes on.
    case .time where parameter.name == "tail": "0"
    case .time(let range) where range.upperBound < 100:
      "\(min(max(real(0.05...1.5), range.lowerBound), range.upperBound))"
    case .time(let range): "\(max(Double(int(0...9)) / 20 + Double(index) * 0.5 + 0.05, range.lowerBound))"
    case .flag: flag() ? "true" : "false"
    case .text where parameter.name == "file": "'noir.cube'"
    case .text where parameter.name == "voice": "'rms'"
    case .text where parameter.name == "prompt": "'a ball'"
    case .text: parameter.name == "data" ? "'M0 0 h9 v9z'" : one(of: ["'Inter'", "'Noto'", "'…'"])
    case .runs: one(of: ["'Inter'", "{ 'a', { 'b', color = 'red' } }"])
    case .numbers: "{ 6, 4 }"
    case .points(_, 0...1): "{ { 0, 0.1 }, { 0.5, 0.4 }, { 1, 1 } }"
    case .points: "{ { 0, 0 }, { 90, 10 }, { 4, 40 } }"
    case .paint: one(of: ["'red'", "{ 'red', 'gold' }"])
    // Not every pace keeps its pitch.
    case .choice(let names): parameter.name == "pitch" ? "'along'" : "'\(one(of: names))'"
    case .passage: one(of: ["'wipe'", "'dip'", "function(a, b, p) return b:opacity(p) end"])
    case .color: one(of: ["'red'", "'#abc'"])
    case .colors: "{ 'red', 'blue' }"
    case .texts: "{ 'a' }"
    case .weight: one(of: ["400", "'bold'"])
    case .asset(let kind): ["'a.mp4'", "'logo.png'", "'song.mp3'"][kind == .video ? 0 : kind == .image ? 1 : 2]
    case .post: "'missed-shot@9f2c41d8'"
    case .settings, .edits, .namedClips, .words: "{}"
    case .record(let members): "{ \(members[0].name) = \(literal(for: members[0], at: 0)) }"
    }
  }

  private mutating func curve(within range: ClosedRange<Double>) -> String {
    let values = (0..<2).map { _ in min(max(real(0...1), range.lowerBound), range.upperBound) }
    return switch int(0...2) {
    case 0: "\(values[0])"
    case 1: "{ [0] = \(values[0]), [0.5] = \(values[1]), ease = 'outBack' }"
    default: "function(t) return t % 1, \(values[0]) end"
    }
  }
}

@Test func aWordMeansTheSameByPlaceAndByName() throws {
  try always(runs: 150) {
    $0.phrase()
  } holds: { phrase in
    // One function by place answers for y too, which by name it does not.
    let isPair = phrase.word.name == "at" && phrase.values[0].hasPrefix("function")
    let mixed = isPair ? max(phrase.placed, 2) : phrase.placed
    guard mixed <= phrase.values.count else { return true }
    let most = try run(phrase.recipe(placing: phrase.values.count)).graph
    return try run(phrase.recipe(placing: mixed)).graph == most
      && (isPair || run(phrase.recipe(placing: 0)).graph == most)
  }
}
