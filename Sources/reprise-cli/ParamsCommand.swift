import ArgumentParser
import Reprise

/// `reprise params`: what others may turn.
struct ParamsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "params",
    abstract: "List the params of a recipe, and its parts.",
    discussion: """
      With --json, the params are a JSON Schema of what --params takes.

      Examples:

        reprise params card.lua
        reprise params card.lua --json
        reprise render card.lua -o card.mp4 --set line="Nothing but rim."
      """)

  @OptionGroup var recipe: RecipeArguments

  func run() throws {
    let composition = try recipe.outline()
    try recipe.console.show(words(composition), json(composition))
  }

  private func words(_ composition: Composition) -> String {
    let params = composition.params.map { [$0.name, $0.kind, "default \($0.preset)", $0.hint ?? ""] }
    let parts = composition.parts.map { part in
      [part.name, part.seconds.map { "\($0.rounded(places: 3)) s" } ?? "no end of its own", "line \(part.line)"]
    }
    return (Self.table("params", params) + Self.table("parts", parts)).joined(separator: "\n").printable
  }

  private static func table(_ title: String, _ rows: [[String]]) -> [String] {
    guard let columns = rows.first?.indices else { return ["\(title): none"] }
    let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return ["\(title):"]
      + rows.map { row in
        let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
        let line = "  " + cells.joined(separator: "  ")
        return String(line.reversed().drop { $0 == " " }.reversed())
      }
  }

  private func json(_ composition: Composition) -> JSON {
    .object([
      ("schema", .text(composition.paramsSchema)), ("parts", .array(composition.parts.map(ParamsCommand.json))),
    ])
  }

  private static func json(_ part: PartDescription) -> JSON {
    .object([("name", .string(part.name)), ("line", .number(part.line)), ("seconds", .number(part.seconds))])
  }
}
