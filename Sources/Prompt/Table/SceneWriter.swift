internal import Graph

/// Writes the table of a scene as Lua that a person reads and edits.
package struct SceneWriter {
  package init() {}

  /// - Parameter comment: Stands above the scene, a line for each of its own; the prompt, as a rule.
  /// - Returns: A recipe's source: `return world { … }`.
  package func lua(_ table: SceneTable, comment: String = "") -> String {
    let lines = comment.split(whereSeparator: \.isNewline).map { "-- \(Self.printable($0))\n" }
    return lines.joined() + "return world {\n" + body(table) + "}\n"
  }

  /// A line for each entry; settings of one word stand together, and what has many entries has a line for each of those.
  private func body(_ table: SceneTable) -> String {
    var text = ""
    for row in rows(of: table.fields) { text += "  " + row.map(field).joined(separator: ", ") + ",\n" }
    return text
  }

  private static let together: [Set<String>] = [["seconds", "seed"], ["place", "time", "weather"]]

  private func rows(of fields: [SceneTable.Field]) -> [[SceneTable.Field]] {
    fields.reduce(into: []) { rows, field in
      let isKin = rows.last?.last.map { last in
        Self.together.contains { $0.contains(last.key) && $0.contains(field.key) }
      }
      if isKin == true { rows[rows.count - 1].append(field) } else { rows.append([field]) }
    }
  }

  private static let longWords: Set<String> = ["words", "things", "figures", "links", "actions", "camera"]

  private func field(_ field: SceneTable.Field) -> String {
    guard case .table(let table) = field.value, Self.longWords.contains(field.key) else {
      return entry(field)
    }
    let entries = table.list.map(inline) + table.fields.map(entry)
    return "\(field.key) = {\n" + entries.map { "    \($0),\n" }.joined() + "  }"
  }

  private func inline(_ value: SceneValue) -> String {
    switch value {
    case .number(let number): number.short
    case .text(let text): Lua.text(text)
    case .flag(let flag): "\(flag)"
    case .table(let table): inline(table)
    }
  }

  private func entry(_ field: SceneTable.Field) -> String { "\(Lua.key(field.key)) = \(inline(field.value))" }

  private func inline(_ table: SceneTable) -> String {
    // When something is comes first, then what it is.
    let times = table.fields.filter(\.isTime)
    let fields = table.fields.filter { !$0.isTime }
    let entries = times.map(entry) + table.list.map(inline) + fields.map(entry)
    return entries.isEmpty ? "{}" : "{ \(entries.joined(separator: ", ")) }"
  }
}

extension SceneTable.Field {
  fileprivate var isTime: Bool {
    if case .number = value { key == "at" } else { false }
  }
}

extension SceneWriter {
  /// A comment ends where its line does, so what could end it is left out.
  private static func printable(_ text: Substring) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }))
  }
}
