import Graph
import Worker

extension ValueReader {
  /// A text; or several, of which each may be a table with a style of its own. Those without any are one text again.
  func runs(_ datum: Datum, _ parameter: Parameter, maximum: Int) throws(RecipeError) -> Setting {
    guard case .table(let table) = datum else { return .text(try text(datum, parameter, maximum: maximum)) }
    // A table with a style is a run, and not a list of them.
    let items = table.fields.isEmpty ? table.array : [datum]
    guard (1...2000).contains(items.count) else { throw outside("a list of \(items.count) texts", parameter) }
    var runs: [Setting] = []
    for (index, item) in items.enumerated() {
      runs.append(
        try run(item, Parameter("\(parameter.name)[\(index + 1)]", parameter.type, parameter.summary), maximum))
    }
    let count = runs.reduce(0) { $0 + ($1.words?.count ?? 0) }
    guard count <= maximum else { throw outside("\(count) characters long", parameter) }
    guard runs.contains(where: { if case .record = $0 { true } else { false } }) else {
      return .text(runs.compactMap(\.words).joined())
    }
    return .list(runs)
  }

  private func run(_ datum: Datum, _ parameter: Parameter, _ maximum: Int) throws(RecipeError) -> Setting {
    guard case .table(let table) = datum else { return .text(try text(datum, parameter, maximum: maximum)) }
    guard let first = table.array.first, table.array.count == 1 else {
      throw fault(.wrongType, "\(parameter.name) is a table of \(table.array.count) texts", parameter)
    }
    let words = try text(first, parameter, maximum: maximum)
    guard !table.fields.isEmpty else { return .text(words) }
    var members: [String: Setting] = [:]
    for field in table.fields {
      let name = field.key.text ?? field.key.words
      guard let member = Language.runStyle.first(where: { $0.name == name }) else {
        let remedy = Suggestion.remedy(for: name, among: Language.runStyle.map(\.name))
        throw fault(.unknownName, "\(parameter.name) has no \"\(name)\" of its own", parameter, remedy)
      }
      members[name] = try read(field.value, as: member)
    }
    members["text"] = .text(words)
    return .record(members)
  }
}

extension Setting {
  /// What a run says.
  fileprivate var words: String? {
    switch self {
    case .text(let text): text
    case .record(let members): members["text"]?.words
    default: nil
    }
  }
}
