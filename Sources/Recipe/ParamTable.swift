import Graph
import Media
import Worker

/// The params that a recipe has declared so far, and what they were set to.
struct ParamTable {
  let settings: [String: ParamSetting]
  private(set) var declared: [Param] = []

  init(settings: [String: ParamSetting]) {
    self.settings = settings
  }

  /// Declares a param and gives its value for the recipe.
  mutating func declare(_ param: Param) throws(RecipeError) -> Datum {
    guard !declared.contains(where: { $0.name == param.name }) else {
      throw RecipeError(.param, "there is a param \"\(param.name)\" already", remedy: "give each its own name")
    }
    declared.append(param)
    let preset = try ParamTable.value(of: param.preset, for: param)
    guard let setting = settings[param.name] else { return preset }
    return try ParamTable.value(of: setting, for: param)
  }

  /// Refuses settings that no param asked for.
  func checkAllUsed() throws(RecipeError) {
    let names = declared.map(\.name)
    guard let stray = settings.keys.filter({ !names.contains($0) }).min() else { return }
    let known = names.isEmpty ? "the recipe has none" : "there are \(names.joined(separator: ", "))"
    throw RecipeError(
      .param, "the recipe has no param \"\(stray)\"", remedy: Suggestion.remedy(for: stray, among: names) ?? known)
  }

  private static func value(of setting: ParamSetting, for param: Param) throws(RecipeError) -> Datum {
    let reader = ParamReader(param: param)
    switch param.kind {
    case .number: return .number(try reader.number(setting))
    case .seconds: return .number(try reader.seconds(setting))
    case .toggle: return .boolean(try reader.flag(setting))
    case .text: return .string(try reader.text(setting))
    case .choice: return .string(try reader.choice(setting))
    case .color: return .string(try reader.color(setting))
    case .video, .image, .audio: return .string(try reader.plain(setting))
    }
  }
}

/// Checks a setting against its param.
private struct ParamReader {
  let param: Param

  func number(_ setting: ParamSetting) throws(RecipeError) -> Double {
    let number: Double?
    switch setting {
    case .number(let value): number = value
    case .word(let text): number = Double(text)
    case .text, .flag: number = nil
    }
    guard let number, number.isFinite else { throw wrong(setting, wanted: "a number") }
    return try inside(number, setting)
  }

  func seconds(_ setting: ParamSetting) throws(RecipeError) -> Double {
    switch setting {
    case .number(let value) where value.isFinite: return try inside(value, setting)
    case .text(let text), .word(let text):
      guard let time = TimeText.time(text) else { fallthrough }
      return try inside(time.seconds, setting)
    default: throw wrong(setting, wanted: "seconds, such as 2.5 or \"1:02.5\"")
    }
  }

  private func inside(_ number: Double, _ setting: ParamSetting) throws(RecipeError) -> Double {
    let bounds = [
      param.minimum.map { "at least \(CanonicalJSON.form(of: $0))" },
      param.maximum.map { "at most \(CanonicalJSON.form(of: $0))" },
    ]
    guard number >= param.minimum ?? -.infinity, number <= param.maximum ?? .infinity else {
      throw wrong(setting, wanted: bounds.compactMap(\.self).joined(separator: " and "))
    }
    return number
  }

  func flag(_ setting: ParamSetting) throws(RecipeError) -> Bool {
    switch setting {
    case .flag(let flag): return flag
    case .word("true"), .word("yes"), .word("on"): return true
    case .word("false"), .word("no"), .word("off"): return false
    default: throw wrong(setting, wanted: "true or false")
    }
  }

  func text(_ setting: ParamSetting) throws(RecipeError) -> String {
    let text = try plain(setting)
    let most = Int(param.maximum ?? 10_000)
    guard text.count <= most else {
      throw wrong(setting, wanted: "at most \(most) characters, not \(text.count)")
    }
    return text
  }

  func choice(_ setting: ParamSetting) throws(RecipeError) -> String {
    let text = try plain(setting)
    guard param.options.contains(text) else {
      throw wrong(setting, wanted: "one of \(param.options.map { "\"\($0)\"" }.joined(separator: ", "))")
    }
    return text
  }

  func color(_ setting: ParamSetting) throws(RecipeError) -> String {
    let text = try plain(setting)
    guard Color(text) != nil else { throw wrong(setting, wanted: ParameterType.color.wanted) }
    return text
  }

  func plain(_ setting: ParamSetting) throws(RecipeError) -> String {
    switch setting {
    case .text(let text), .word(let text): return text
    case .number, .flag: throw wrong(setting, wanted: "a text")
    }
  }

  private func wrong(_ setting: ParamSetting, wanted: String) -> RecipeError {
    RecipeError(.param, "param \"\(param.name)\" is \(setting.json.text)", wanted: wanted)
  }
}
