import Graph
import Media

/// A word of the recipe language with what a node says: the way back from a graph's metadata to a recipe.
///
/// The table of words says what each parameter is, so that only what fits is written, and nothing of a stranger's gets into
/// a recipe but as a value.
struct Phrase {
  let word: Word
  /// Clips, already written.
  let clips: [String]

  /// The word that makes a kind of node; nil if no word does it alone.
  static func word(for kind: String) -> Word? {
    switch kind {
    case "shape": Language.word("path", .function)
    // These say something else in a graph than in a recipe, or need a function.
    case "grade", "shade", "reshade", "video", "image", "audio", "sequence", "stack", "crossfade": nil
    default: Language.words.first { $0.node?.rawValue == kind && $0.name != "animate" && $0.name != "karaoke" }
    }
  }

  /// `text("Hello", { size = 96 })`, `blur(3)`; nil if the word cannot say all of it.
  func text(_ parameters: [String: CanonicalJSON]) -> String? {
    var rest = parameters
    // Fonts are found again by their names.
    rest["fonts"] = nil
    if word.name == "path" { rest["data"] = rest.removeValue(forKey: "path") }
    var placed: [String] = [], named: [(name: String, value: String)] = []
    for parameter in word.parameters {
      if parameter.type == .clip {
        guard clips.count == 1 else { return nil }
        placed.append(clips[0])
        continue
      }
      guard let value = rest.removeValue(forKey: parameter.name) else {
        if parameter.isOptional { continue }
        return nil
      }
      guard let text = Phrase.text(value, parameter.type) else { return nil }
      if parameter.isOptional || !named.isEmpty {
        if value != parameter.preset?.json { named.append((parameter.name, text)) }
      } else {
        placed.append(text)
      }
    }
    guard rest.isEmpty else { return nil }
    return Lua.call(word.name, placed + (named.isEmpty ? [] : [Lua.table([], named)]))
  }

  // MARK: Values

  /// A value as a recipe writes it; nil if it is none of the type.
  private static func text(_ value: CanonicalJSON, _ type: ParameterType) -> String? {
    switch type {
    case .number, .integer, .time, .weight: value.asNumber.map(Lua.number)
    case .curve: value.asNumber.map(Lua.number) ?? keyframes(value)
    case .flag: value == .boolean(true) ? "true" : value == .boolean(false) ? "false" : nil
    case .text, .choice: value.asText.flatMap(literal)
    case .passage: value.asText.flatMap(literal)
    case .color: value.asText.flatMap { Color($0) == nil ? nil : Lua.text($0) }
    case .colors: list(value, .color)
    case .texts: list(value, .text(maximum: .max))
    case .numbers(_, let range): list(value, .number(range, .none))
    case .points: points(value)
    case .paint: text(value, .color) ?? gradient(value)
    case .runs: value.asText.flatMap(literal) ?? runs(value)
    case .record(let parameters): record(value, parameters)
    case .clip, .clips, .namedClips, .shader, .asset, .post, .settings, .edits, .words: nil
    }
  }

  /// A text in quotes; nil if it is longer than a recipe's texts may be.
  private static func literal(_ text: String) -> String? {
    let quoted = Lua.text(text)
    return quoted.utf8.count <= 64 << 10 ? quoted : nil
  }

  private static func list(_ value: CanonicalJSON, _ type: ParameterType) -> String? {
    guard let items = value.asItems else { return nil }
    let texts = items.compactMap { text($0, type) }
    return texts.count == items.count ? Lua.table(texts) : nil
  }

  private static func points(_ value: CanonicalJSON) -> String? {
    guard let items = value.asItems else { return nil }
    let texts = items.compactMap { list($0, .number(-.infinity ... .infinity, .none)) }
    return texts.count == items.count ? Lua.table(texts) : nil
  }

  private static func record(_ value: CanonicalJSON, _ parameters: [Parameter]) -> String? {
    members(value, parameters).map { Lua.table([], $0) }
  }

  /// The members of an object by the parameters that they are; nil if there are others.
  static func members(_ value: CanonicalJSON, _ parameters: [Parameter]) -> [(name: String, value: String)]? {
    guard let members = value.asMembers else { return nil }
    let said = parameters.compactMap { parameter in
      members[parameter.name].flatMap { text($0, parameter.type) }.map { (name: parameter.name, value: $0) }
    }
    return said.count == members.count ? said : nil
  }

  /// Colours in order, and how they run by name.
  private static func gradient(_ value: CanonicalJSON) -> String? {
    beside(value, "colors", Language.gradientMembers) { value in
      value.asItems.flatMap { items in
        let colors = items.compactMap { text($0, .color) }
        return colors.count == items.count ? colors : nil
      }
    }
  }

  private static func runs(_ value: CanonicalJSON) -> String? {
    guard let items = value.asItems else { return nil }
    let texts = items.compactMap { run in
      run.asText.flatMap(literal) ?? beside(run, "text", Language.runStyle) { $0.asText.flatMap(literal).map { [$0] } }
    }
    return texts.count == items.count ? Lua.table(texts) : nil
  }

  /// A table of an object's one member in order, and the others by name.
  private static func beside(
    _ value: CanonicalJSON, _ name: String, _ parameters: [Parameter], _ items: (CanonicalJSON) -> [String]?
  ) -> String? {
    guard var members = value.asMembers, let first = members.removeValue(forKey: name), let items = items(first),
      let named = self.members(.object(members), parameters)
    else { return nil }
    return Lua.table(items, named)
  }

  /// `{ [0] = 0, [1] = { 1, ease = "outBack" } }`
  private static func keyframes(_ value: CanonicalJSON) -> String? {
    guard let keys = value.asMembers?["keys"]?.asItems, value.asMembers?.count == 1, !keys.isEmpty else { return nil }
    let texts = keys.compactMap(keyframe)
    return texts.count == keys.count ? Lua.table(texts) : nil
  }

  private static func keyframe(_ value: CanonicalJSON) -> String? {
    guard let parts = value.asItems, parts.count == 3, let time = parts[0].asNumber, let number = parts[1].asNumber,
      let easing = parts[2].asText.flatMap(Easing.init)
    else { return nil }
    let eased = Lua.table([Lua.number(number)], [("ease", Lua.text(easing.canonicalName))])
    return "[\(Lua.number(time))] = \(easing == .linear ? Lua.number(number) : eased)"
  }
}
