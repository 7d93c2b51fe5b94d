import Graph
import Media
import Worker

extension Session {
  /// Answers `param.text { "line", default = "Hello" }` and its kin: the default, or what it was set to. Of several who
  /// set it the outermost has the last word.
  func declareParam(_ kind: Param.Kind, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Datum {
    let param = try param(kind, arguments, at: place)
    try chain.tally.addName()
    ledger.params.append(param)
    var value = try ParamReader(presetOf: param).value(of: param.preset)
    try link.forEachEdits(of: param.name) { edits, path throws(RecipeError) in
      try edits.blamed { () throws(RecipeError) in
        guard let setting = try edits.params.change(at: path) else { return }
        value = lent(try ParamReader(param, code: edits.params.code).value(of: setting), to: param, by: edits)
      }
    }
    return value
  }

  private func param(_ kind: Param.Kind, _ arguments: Arguments, at place: Place) throws(RecipeError) -> Param {
    let name = arguments.text("name") ?? ""
    guard Session.isName(name, alsoDash: false) else {
      throw RecipeError(.param, "\"\(name)\" is no name for a param", remedy: "use letters, digits and _")
    }
    guard !ledger.params.contains(where: { $0.name == name }) else {
      throw RecipeError(.param, "there is a param \"\(name)\" already", remedy: "give each its own name")
    }
    var param = Param(name: name, kind: kind, preset: preset(kind, arguments), place: place)
    param.minimum = arguments.number("min") ?? arguments.time("min")?.seconds ?? (kind == .seconds ? 0 : nil)
    param.maximum = arguments.number("max") ?? arguments.time("max")?.seconds
    param.step = arguments.number("step").flatMap { $0 > 0 ? $0 : nil }
    param.hint = arguments.text("hint")
    param.options = arguments.texts("options")
    return param
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

  /// What a value is for this recipe: the name of another's file becomes a token.
  private func lent(_ value: Datum, to param: Param, by edits: Edits) -> Datum {
    guard param.kind.isFile, case .string(let name) = value, edits.lender !== stock else { return value }
    return .string(stock.token(for: name, of: edits.lender, param: param.name, at: edits.origin?.place))
  }
}
