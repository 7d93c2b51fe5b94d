import ArgumentParser
import Reprise

/// `reprise lineage`: where a post comes from, and what came of it.
struct LineageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lineage",
    abstract: "Show what a post remixes, who made it, and what each link changed; and the remixes of the post.",
    discussion: """
      Examples:

        reprise lineage missed-shot@9f2c41d8
        reprise lineage mine.lua --json
      """)

  @OptionGroup var recipe: RecipeArguments

  func run() throws {
    let program = try recipe.open()
    let composition = try recipe.evaluate(program)
    var remixes: [RecipePost] = []
    if case .post(let post, let store) = program { remixes = try store.remixes(of: post) }
    let above = composition.lineage.map(words)
    let below = remixes.map { "remixed by \($0.reference)  \"\($0.title)\" by \($0.author ?? "nobody")" }
    let origin = above.isEmpty ? ["it remixes nothing"] : above
    try recipe.console.show(
      ([program.name] + origin + below).joined(separator: "\n").printable,
      .object([
        ("name", .string(program.name)), ("lineage", .array(composition.lineage.map(JSON.entry))),
        ("remixes", .array(remixes.map(JSON.post))),
      ]))
  }

  private func words(_ entry: LineageEntry) -> String {
    let indent = String(repeating: "  ", count: entry.depth)
    let by = entry.author.map { " by \($0)" } ?? ""
    let head = "\(indent)remixes \(entry.reference)  \"\(entry.title)\"\(by) (\(entry.licence))"
    return ([head] + entry.changes.map { "\(indent)  \($0)" }).joined(separator: "\n")
  }
}

extension JSON {
  fileprivate static func entry(_ entry: LineageEntry) -> JSON {
    .object([
      ("id", .string(entry.id)), ("reference", .string(entry.reference)), ("title", .string(entry.title)),
      ("author", .string(entry.author)), ("licence", .string(entry.licence)), ("depth", .number(entry.depth)),
      ("changes", .array(entry.changes.map { .string($0) })),
    ])
  }
}
