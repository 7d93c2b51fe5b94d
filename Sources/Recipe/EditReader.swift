import Graph
import Worker

/// Reads what a remix changes: a table of values, or of functions and `false`, by path.
struct EditReader {
  let word: String
  let parameter: Parameter

  func settings(_ datum: Datum) throws(RecipeError) -> [String: ParamSetting] {
    try entries(datum, each: "a text, a number, true or false") { value in
      switch value {
      case .string(let text): .text(text)
      case .boolean(let flag): .flag(flag)
      default: value.finiteNumber.map(ParamSetting.number)
      }
    }
  }

  func edits(_ datum: Datum) throws(RecipeError) -> [String: PartChange] {
    try entries(datum, each: "a function from clip to clip, or false to leave it out") { value in
      switch value {
      case .function(let function): .edited(function)
      case .boolean(false): .leftOut
      default: nil
      }
    }
  }

  private func entries<Change>(_ datum: Datum, each wanted: String, _ read: (Datum) -> Change?) throws(RecipeError)
    -> [String: Change]
  {
    guard case .table(let table) = datum, table.array.isEmpty else {
      let came = datum.typeName == "table" ? "a list" : datum.words
      throw fault("\(parameter.name) is \(came)", wanted: parameter.type.wanted)
    }
    var changes: [String: Change] = [:]
    for field in table.fields {
      guard case .string(let path) = field.key else {
        throw fault("\(parameter.name) has a value under \(field.key.words)", wanted: parameter.type.wanted)
      }
      guard let change = read(field.value) else {
        throw fault("\"\(path)\" in \(parameter.name) is \(field.value.words)", wanted: wanted)
      }
      changes[path] = change
    }
    return changes
  }

  private func fault(_ came: String, wanted: String) -> RecipeError {
    RecipeError(.wrongType, came, wanted: wanted, operation: word)
  }
}
