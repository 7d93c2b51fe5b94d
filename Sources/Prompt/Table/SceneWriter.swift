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

  private static let longWords: Set<String> = ["things", "figures", "links", "actions", "camera"]

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
    case .text(let text): Self.quoted(text)
    case .flag(let flag): "\(flag)"
    case .table(let table): inline(table)
    }
  }

  private func entry(_ field: SceneTable.Field) -> String { "\(Self.key(field.key)) = \(inline(field.value))" }

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
  private static let luaWords: Set<String> = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in", "local", "nil",
    "not",
    "or", "repeat", "return", "then", "true", "until", "while",
  ]

  private static func key(_ key: String) -> String {
    let isName =
      !key.isEmpty && key.utf8.first.map { !(48...57).contains($0) } == true
      && key.utf8.allSatisfy { $0 == 95 || (48...57).contains($0) || (97...122).contains($0 | 32) && $0 != 64 }
    return isName && !luaWords.contains(key) ? key : "[\(quoted(key))]"
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 32 || scalar.value == 127:
        let digits = String(scalar.value)
        result += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// A comment ends where its line does, so what could end it is left out.
  private static func printable(_ text: Substring) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }))
  }
}
