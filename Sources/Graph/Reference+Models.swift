// The reference in as few words as a language model needs: a line for each word.
extension Reference {
  /// Every word of the language with what it takes, by chapters.
  package static var signatures: String {
    let shared = sharedTypes.map { "\($0.name): \($0.type.short)\n" }.joined()
    let chapters = Word.Chapter.allCases.map { chapter in
      "\(chapter.rawValue)\n" + Language.words.filter { $0.chapter == chapter }.map { line(of: $0) + "\n" }.joined()
    }
    return "What several take\n\(shared)\n" + chapters.joined(separator: "\n")
  }

  /// What is long, and taken more than once: said once, under the name that it has first.
  private static let sharedTypes: [(name: String, type: ParameterType)] = {
    let long = Language.words.flatMap(\.parameters).filter(\.type.isLong)
    return long.enumerated().filter { index, parameter in
      let alike = long.indices.filter { long[$0].type == parameter.type }
      return alike.first == index && alike.count > 1
    }.map { ($0.element.name, $0.element.type) }
  }()

  /// The functions inside `shade`, and the names of easings.
  package static var names: (shader: String, easings: String) {
    (
      ShaderWord.all.map { $0.arguments.isEmpty || $0.arguments == "…" ? $0.name : $0.title }.joined(separator: ", "),
      Easing.named.map(\.name).joined(separator: ", ")
    )
  }

  /// `clip:trim(from = 0: time, to?: time)  The part of the clip from one instant to another.`
  private static func line(of word: Word) -> String {
    var text = word.title
    if word.form != .property {
      text += "(\(word.takesClips ? "clip, …" : word.parameters.map(taking).joined(separator: ", ")))"
    }
    return "\(text)  \(word.summary)"
  }

  private static func taking(_ parameter: Parameter) -> String {
    let preset = parameter.preset.map { " = \($0.json.text)" } ?? (parameter.isOptional ? "?" : "")
    let shared = sharedTypes.first { $0.type == parameter.type }?.name
    guard shared != parameter.name || parameter.preset != nil else { return parameter.name + preset }
    return "\(parameter.name)\(preset): \(shared ?? parameter.type.short)"
  }
}

extension ParameterType {
  fileprivate var isLong: Bool {
    switch self {
    case .record: true
    case .choice(let names): names.count > 8
    default: false
    }
  }

  /// What it takes, in the fewest words.
  fileprivate var short: String {
    switch self {
    case .clip: "clip"
    case .clips(let range): "{ \(range.upperBound) clips at most }"
    case .shader, .passage([]): "function"
    case .number(let range, let unit): range.short + unit.short
    case .integer(let range, let unit): "\(range.lowerBound)..\(range.upperBound)\(unit.short) whole"
    case .curve(let range, let unit): range.short + unit.short + " moving"
    case .time(let range): range.upperBound >= longestSeconds ? "time" : "time \(range.short)"
    case .flag: "flag"
    case .text: "text"
    case .runs: "text or runs"
    case .choice(let names): names.short
    case .passage(let names): "\(names.short)|function(a, b, progress)"
    case .color: "colour"
    case .colors(let range): "\(range.lowerBound)..\(range.upperBound) colours"
    case .texts: "{ texts }"
    case .numbers(let count, let range): "\(count.lowerBound)..\(count.upperBound) numbers \(range.short)"
    case .points(let count, _): "\(count.lowerBound).. points { x, y }"
    case .paint: "paint"
    case .weight: "weight"
    case .asset(let kind): "\(kind.rawValue) file"
    case .post: "post"
    case .settings: "{ param = value }"
    case .words: "{ word = { … } }"
    case .edits: "{ part = function(clip) or false }"
    case .namedClips: "{ name = clip }"
    case .record(let parameters): "{ \(parameters.map(\.member).joined(separator: ", ")) }"
    }
  }
}

extension Parameter {
  fileprivate var member: String { "\(name)\(isOptional ? "?" : ""): \(type.short)" }
}

extension ParameterType.Unit {
  fileprivate var short: String {
    switch self {
    case .none, .factor, .times: ""
    case .canvas: " of canvas"
    default: rawValue
    }
  }
}

extension ClosedRange<Double> {
  fileprivate var short: String {
    "\(CanonicalJSON.form(of: lowerBound))..\(CanonicalJSON.form(of: upperBound))"
  }
}

extension [String] {
  fileprivate var short: String { map { "\"\($0)\"" }.joined(separator: "|") }
}
