import Recipe

/// A value for a param of a recipe.
public enum ParamValue: Hashable, Sendable {
  case text(String)
  case number(Double)
  case flag(Bool)
  /// As typed on a command line: read as a number or as true or false where the param is one.
  case word(String)

  var setting: ParamSetting {
    switch self {
    case .text(let text): .text(text)
    case .number(let number): .number(number)
    case .flag(let flag): .flag(flag)
    case .word(let word): .word(word)
    }
  }
}
