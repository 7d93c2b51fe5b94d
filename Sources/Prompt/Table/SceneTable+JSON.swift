package import Graph

/// A table as JSON: an object for names, an array for a list.
extension SceneTable {
  /// - Throws: `SceneError` for what no table says: null, or more than 16 tables inside one another.
  package init(_ members: [String: CanonicalJSON], at path: String = "") throws(SceneError) {
    self = try Self.table(members, path, depth: 16)
  }

  /// - Precondition: no table of it has both a list and names.
  package var json: CanonicalJSON {
    .object(fields.reduce(into: [:]) { $0[$1.key] = $1.value.json })
  }

  fileprivate static func table(
    _ members: [String: CanonicalJSON], _ path: String, depth: Int
  ) throws(SceneError) -> SceneTable {
    let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return SceneTable(
      fields: try sorted.map { (name, value) throws(SceneError) in
        Field(name, try SceneValue(value, path.isEmpty ? name : "\(path).\(name)", depth: depth - 1))
      })
  }
}

extension SceneValue {
  fileprivate init(_ json: CanonicalJSON, _ path: String, depth: Int) throws(SceneError) {
    guard depth > 0 else { throw SceneError(path, "tables are nested too deeply") }
    switch json {
    case .number(let number): self = .number(number)
    case .string(let text): self = .text(text)
    case .boolean(let flag): self = .flag(flag)
    case .array(let items):
      let list = try items.map { (item) throws(SceneError) in try SceneValue(item, path, depth: depth - 1) }
      self = .table(SceneTable(list))
    case .object(let members): self = .table(try SceneTable.table(members, path, depth: depth))
    case .null: throw SceneError(path, "null", wanted: "a number, a text, true, false, or a table")
    }
  }

  fileprivate var json: CanonicalJSON {
    switch self {
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .flag(let flag): .boolean(flag)
    case .table(let table) where table.fields.isEmpty: .array(table.list.map(\.json))
    case .table(let table): table.json
    }
  }
}
