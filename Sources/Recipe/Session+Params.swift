import Graph
import Media
import Worker

extension Session {
  /// Answers `param.text { "line", default = "Hello" }` and its kin.
  func declareParam(_ kind: Param.Kind, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Datum {
    let name = arguments.text("name") ?? ""
    guard Session.isName(name, alsoDash: false) else {
      throw RecipeError(.param, "\"\(name)\" is no name for a param", remedy: "use letters, digits and _")
    }
    var param = Param(name: name, kind: kind, preset: preset(kind, arguments), place: place)
    param.minimum = arguments.number("min") ?? arguments.time("min")?.seconds ?? (kind == .seconds ? 0 : nil)
    param.maximum = arguments.number("max") ?? arguments.time("max")?.seconds
    param.step = arguments.number("step")
    param.hint = arguments.text("hint")
    param.options = arguments.texts("options")
    return try params.declare(param)
  }

  private func preset(_ kind: Param.Kind, _ arguments: Arguments) -> ParamSetting {
    switch arguments.values["default"] {
    case .number(let number)?: .number(number)
    case .time(let time)?: .number(time.seconds)
    case .flag(let flag)?: .flag(flag)
    case .color(let color)?: .text(color.hexadecimal)
    case .text(let text)?: .text(text)
    default: .text("")
    }
  }

  /// Answers `clip:part "name"`.
  func markPart(_ clip: Int, named name: String, at place: Place) throws(RecipeError) -> Int {
    guard Session.isName(name, alsoDash: true) else {
      throw RecipeError(.part, "\"\(name)\" is no name for a part", remedy: "use letters, digits, - and _")
    }
    guard !parts.contains(where: { $0.name == name }) else {
      throw RecipeError(.part, "there is a part \"\(name)\" already", remedy: "give each its own name")
    }
    parts.append(Part(name: name, place: place, seconds: drafts[clip].duration?.seconds))
    return clip
  }

  private static func isName(_ name: String, alsoDash: Bool) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_" || (alsoDash && $0 == "-")
      }
  }
}
