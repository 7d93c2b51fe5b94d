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
    let preset = try ParamReader(param: param, code: .param).value(of: param.preset)
    guard let setting = settings[param.name] else { return preset }
    return try ParamReader(param: param, code: .setting).value(of: setting)
  }

  /// Refuses settings that no param asked for.
  func checkAllUsed() throws(RecipeError) {
    let names = declared.map(\.name)
    guard let stray = settings.keys.filter({ !names.contains($0) }).min() else { return }
    let known = names.isEmpty ? "the recipe has none" : "there are \(names.joined(separator: ", "))"
    throw RecipeError(
      .setting, "the recipe has no param \"\(stray)\"", remedy: Suggestion.remedy(for: stray, among: names) ?? known)
  }
}

/// Checks a setting against its param.
private struct ParamReader {
  let param: Param
  /// Whose mistake it is if it does not fit.
  let code: RecipeError.Code

  func value(of setting: ParamSetting) throws(RecipeError) -> Datum {
    switch param.kind {
    case .number: .number(try number(setting))
    case .seconds: .number(try seconds(setting))
    case .toggle: .boolean(try flag(setting))
    case .text: .string(try text(setting))
    case .choice: .string(try choice(setting))
    case .color: .string(try color(setting))
    case .video, .image, .audio: .string(try plain(setting))
    }
  }

  private func number(_ setting: ParamSetting) throws(RecipeError) -> Double {
    let number: Double?
    switch setting {
    case .number(let value): number = value
    case .word(let text): number = Double(text)
    case .text, .flag: number = nil
    }
    guard let number, number.isFinite else { throw wrong(setting, wanted: "a number") }
    return try inside(number, setting)
  }

  private func seconds(_ setting: ParamSetting) throws(RecipeError) -> Double {
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

  private func flag(_ setting: ParamSetting) throws(RecipeError) -> Bool {
    switch setting {
    case .flag(let flag): return flag
    case .word("true"), .word("yes"), .word("on"): return true
    case .word("false"), .word("no"), .word("off"): return false
    default: throw wrong(setting, wanted: "true or false")
    }
  }

  private func text(_ setting: ParamSetting) throws(RecipeError) -> String {
    let text = try plain(setting)
    let most = Int(param.maximum ?? 10_000)
    guard text.count <= most else {
      throw wrong(setting, wanted: "at most \(most) characters, not \(text.count)")
    }
    return text
  }

  private func choice(_ setting: ParamSetting) throws(RecipeError) -> String {
    let text = try plain(setting)
    guard param.options.contains(text) else {
      throw wrong(setting, wanted: "one of \(param.options.map { "\"\($0)\"" }.joined(separator: ", "))")
    }
    return text
  }

  private func color(_ setting: ParamSetting) throws(RecipeError) -> String {
    let text = try plain(setting)
    guard Color(text) != nil else { throw wrong(setting, wanted: ParameterType.color.wanted) }
    return text
  }

  private func plain(_ setting: ParamSetting) throws(RecipeError) -> String {
    switch setting {
    case .text(let text), .word(let text): return text
    case .number, .flag: throw wrong(setting, wanted: "a text")
    }
  }

  private func wrong(_ setting: ParamSetting, wanted: String) -> RecipeError {
    let name = code == .setting ? "param \"\(param.name)\"" : "default"
    return RecipeError(code, "\(name) is \(setting.json.text)", wanted: wanted)
  }
}
