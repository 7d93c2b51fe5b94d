import Prompt
import Worker

extension SceneTable {
  /// The table of a recipe, as data.
  init(_ table: Table, depth: Int = 16) throws(RecipeError) {
    guard depth > 0 else { throw RecipeError(.wrongType, "its tables are nested too deeply") }
    self.init()
    for datum in table.array { list.append(try SceneValue(datum, depth: depth)) }
    for field in table.fields {
      guard case .string(let key) = field.key else {
        throw RecipeError(.unknownName, "a value came under \(field.key.words)", remedy: "give it a name")
      }
      fields.append(Field(key, try SceneValue(field.value, depth: depth)))
    }
  }
}

extension SceneTable {
  /// With names in the order of their bytes, as Lua hands them over: a scene is the same from a table and from a prompt.
  var inOrder: SceneTable {
    let fields = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return SceneTable(list.map(\.inOrder), fields: fields.map { Field($0.key, $0.value.inOrder) })
  }
}

extension SceneValue {
  fileprivate var inOrder: SceneValue {
    if case .table(let table) = self { .table(table.inOrder) } else { self }
  }

  fileprivate init(_ datum: Datum, depth: Int) throws(RecipeError) {
    switch datum {
    case .string(let text): self = .text(text)
    case .boolean(let flag): self = .flag(flag)
    case .table(let table): self = .table(try SceneTable(table, depth: depth - 1))
    default:
      guard let number = datum.finiteNumber else {
        throw RecipeError(.wrongType, "\(datum.words) stands in it", wanted: "numbers, texts, true, false and tables")
      }
      self = .number(number)
    }
  }
}
