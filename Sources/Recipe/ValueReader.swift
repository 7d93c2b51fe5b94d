import Graph
import Media
import Worker

/// Reads a value that does not move.
struct ValueReader {
  let word: String
  /// How many pixels 100 % of a length are.
  let whole: () -> Double?

  func read(_ datum: Datum, as parameter: Parameter) throws(RecipeError) -> Setting {
    switch parameter.type {
    case .number(let range, let unit): return .number(try number(datum, parameter, within: range, unit))
    case .integer(let range, let unit): return .number(try integer(datum, parameter, within: range, unit))
    case .time(let range): return .time(try time(datum, parameter, within: range))
    case .flag: return .flag(try flag(datum, parameter))
    case .text(let maximum): return .text(try text(datum, parameter, maximum: maximum))
    case .post: return .text(try text(datum, parameter, maximum: 200))
    case .runs(let maximum): return try runs(datum, parameter, maximum: maximum)
    case .choice(let names), .passage(let names): return .text(try choice(datum, parameter, of: names))
    case .color: return .color(try color(datum, parameter))
    case .colors(let range): return .list(try list(datum, parameter, count: range, of: .color))
    case .texts(let range): return .list(try list(datum, parameter, count: range, of: .text(maximum: 200)))
    case .numbers(let count, let range):
      return .list(try list(datum, parameter, count: count, of: .number(range, .none)))
    case .points(let count, let range):
      return .list(try list(datum, parameter, count: count, of: .numbers(2...2, range)))
    case .paint: return try paint(datum, parameter)
    case .weight: return .number(try weight(datum, parameter))
    case .asset: return .text(try text(datum, parameter, maximum: 1000))
    case .record(let members): return .record(try record(datum, parameter, members))
    case .clip, .clips, .namedClips, .shader, .curve, .settings, .edits, .words:
      preconditionFailure("it has a reader of its own")
    }
  }

  private func number(
    _ datum: Datum, _ parameter: Parameter, within range: ClosedRange<Double>, _ unit: ParameterType.Unit = .times
  ) throws(RecipeError) -> Double {
    guard let number = Measure(unit: unit, whole: whole).number(datum) else { throw wrong(datum, parameter) }
    guard range.contains(number) else { throw outside(CanonicalJSON.form(of: number), parameter) }
    return number
  }

  private func integer(
    _ datum: Datum, _ parameter: Parameter, within range: ClosedRange<Int>, _ unit: ParameterType.Unit
  ) throws(RecipeError) -> Double {
    guard var number = Measure(unit: unit, whole: whole).number(datum) else { throw wrong(datum, parameter) }
    if case .string = datum { number.round(.down) }
    guard number == number.rounded() else { throw wrong(datum, parameter) }
    guard number >= Double(range.lowerBound), number <= Double(range.upperBound) else {
      throw outside(CanonicalJSON.form(of: number), parameter)
    }
    return number
  }

  private func time(_ datum: Datum, _ parameter: Parameter, within range: ClosedRange<Double>) throws(RecipeError)
    -> Time
  {
    guard let time = TimeText.time(datum) else { throw wrong(datum, parameter) }
    guard range.contains(time.seconds) else { throw outside("\(time)", parameter) }
    return time
  }

  private func flag(_ datum: Datum, _ parameter: Parameter) throws(RecipeError) -> Bool {
    guard case .boolean(let flag) = datum else { throw wrong(datum, parameter) }
    return flag
  }

  func text(_ datum: Datum, _ parameter: Parameter, maximum: Int) throws(RecipeError) -> String {
    let text: String
    switch datum {
    case .string(let string): text = string
    case .integer(let number): text = String(number)
    case .number(let number) where number.isFinite: text = CanonicalJSON.form(of: number)
    default: throw wrong(datum, parameter)
    }
    guard text.count <= maximum else { throw outside("\(text.count) characters long", parameter) }
    return text
  }

  private func choice(_ datum: Datum, _ parameter: Parameter, of names: [String]) throws(RecipeError) -> String {
    guard case .string(let name) = datum else { throw wrong(datum, parameter) }
    guard names.contains(name) else {
      throw fault(
        .outOfRange, "\(parameter.name) is \"\(name)\"", parameter, Suggestion.remedy(for: name, among: names))
    }
    return name
  }

  func color(_ datum: Datum, _ parameter: Parameter) throws(RecipeError) -> Color {
    guard case .string(let name) = datum else { throw wrong(datum, parameter) }
    guard let color = Color(name) else {
      let remedy = name.hasPrefix("#") ? nil : Suggestion.remedy(for: name, among: Color.names.keys)
      throw fault(.outOfRange, "\(parameter.name) is \"\(name)\"", parameter, remedy)
    }
    return color
  }

  func list(
    _ datum: Datum, _ parameter: Parameter, count: ClosedRange<Int>, of type: ParameterType
  ) throws(RecipeError) -> [Setting] {
    guard case .table(let table) = datum, table.fields.isEmpty else { throw wrong(datum, parameter) }
    guard count.contains(table.array.count) else {
      throw outside("a list of \(table.array.count)", parameter)
    }
    var settings: [Setting] = []
    for (index, item) in table.array.enumerated() {
      settings.append(try read(item, as: Parameter("\(parameter.name)[\(index + 1)]", type, parameter.summary)))
    }
    return settings
  }

  private static let weights: [String: Double] = [
    "thin": 100, "extralight": 200, "light": 300, "regular": 400, "normal": 400, "medium": 500, "semibold": 600,
    "bold": 700, "extrabold": 800, "black": 900,
  ]

  private func weight(_ datum: Datum, _ parameter: Parameter) throws(RecipeError) -> Double {
    guard case .string(let name) = datum else { return try number(datum, parameter, within: 100...1000) }
    guard let weight = ValueReader.weights[name] else {
      throw fault(
        .outOfRange, "\(parameter.name) is \"\(name)\"", parameter,
        Suggestion.remedy(for: name, among: ValueReader.weights.keys))
    }
    return weight
  }

  /// A table of named values; `true` asks for all its presets.
  func record(_ datum: Datum, _ parameter: Parameter, _ members: [Parameter]) throws(RecipeError) -> [String:
    Setting]
  {
    var record = Dictionary(
      uniqueKeysWithValues: members.compactMap { member in member.preset.map { (member.name, $0) } })
    if datum == .boolean(true) { return record }
    guard case .table(let table) = datum, table.array.isEmpty else { throw wrong(datum, parameter) }
    for field in table.fields {
      guard case .string(let name) = field.key, let member = members.first(where: { $0.name == name }) else {
        let remedy = field.key.text.flatMap { Suggestion.remedy(for: $0, among: members.map(\.name)) }
        let name = field.key.text.map { "\"\($0)\"" } ?? field.key.words
        throw fault(.unknownName, "\(parameter.name) has no \(name)", parameter, remedy)
      }
      record[name] = try read(field.value, as: member)
    }
    return record
  }

  private func wrong(_ datum: Datum, _ parameter: Parameter) -> RecipeError {
    fault(.wrongType, "\(parameter.name) is \(datum.words)", parameter)
  }

  func outside(_ came: String, _ parameter: Parameter) -> RecipeError {
    fault(.outOfRange, "\(parameter.name) is \(came)", parameter)
  }

  func fault(
    _ code: RecipeError.Code, _ came: String, _ parameter: Parameter, _ remedy: String? = nil
  ) -> RecipeError {
    RecipeError(code, came, wanted: parameter.type.wanted, remedy: remedy, operation: word)
  }
}
