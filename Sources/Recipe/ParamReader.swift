import Graph
import Media
import Worker

/// Checks a setting against its param.
struct ParamReader {
  let param: Param
  /// What it is called, and whose mistake it is, if it does not fit.
  let name: String
  let code: RecipeError.Code

  /// For the default that the recipe gives.
  init(presetOf param: Param) { (self.param, name, code) = (param, "default", .param) }

  /// For a value that somebody else sets.
  init(_ param: Param, code: RecipeError.Code) {
    (self.param, name, self.code) = (param, "param \"\(param.name)\"", code)
  }

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
    return try onStep(try inside(number, setting), setting)
  }

  /// A number that is whole steps away from the least, as near as numbers can be told apart.
  private func onStep(_ number: Double, _ setting: ParamSetting) throws(RecipeError) -> Double {
    guard let step = param.step else { return number }
    let least = param.minimum ?? 0
    let steps = (number - least) / step
    guard abs(steps - steps.rounded()) > 1e-9 * max(1, abs(steps)) else { return number }
    let form = CanonicalJSON.form(of: step)
    throw wrong(
      setting,
      wanted: least == 0 ? "a multiple of \(form)" : "\(CanonicalJSON.form(of: least)) plus a multiple of \(form)")
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
    RecipeError(code, "\(name) is \(setting.json.text)", wanted: wanted)
  }
}
