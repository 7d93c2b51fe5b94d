import ArgumentParser
import Reprise

/// `reprise takes`: what voices and servers gave, and what it cost.
struct TakesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "takes",
    abstract: "List what voices and servers were asked and gave, and what it cost.",
    discussion: """
      Takes are kept in the store. A recipe that asks for the same again gets the same take, and a post pins the takes \
      that it plays.

      Examples:

        reprise takes
        reprise takes --json
      """)

  @OptionGroup var place: StoreCommand.Place

  func run() throws {
    let store = try place.open()
    let (takes, damage) = try store.takes()
    let spending = try store.spending()
    place.console.warn(damage)
    let sums = spending.days.map { "\($0): \($1)" } + spending.backends.map { "\($0): \($1)" }
    let lines = takes.map(words) + ["spent"] + sums.map { "  \($0)" } + ["  altogether: \(spending.total)"]
    try place.console.show(
      takes.isEmpty ? "there are no takes" : lines.joined(separator: "\n").printable,
      .object([
        ("takes", .array(takes.map(JSON.take))),
        (
          "spent",
          .object([
            ("days", .object(spending.days.map { ($0, .string($1)) })),
            ("backends", .object(spending.backends.map { ($0, .string($1)) })), ("total", .string(spending.total)),
          ])
        ),
      ]))
  }

  private func words(_ take: TakeRecord) -> String {
    let asked = take.asked.count > 60 ? "\(take.asked.prefix(59))…" : take.asked
    return "\(take.when)  \(take.backend)  \(take.kind) \(take.number)  \(take.cost)  \"\(asked)\""
  }
}

extension JSON {
  fileprivate static func take(_ take: TakeRecord) -> JSON {
    .object([
      ("number", .number(take.number)), ("kind", .string(take.kind)), ("backend", .string(take.backend)),
      ("asked", .string(take.asked)), ("cost", .string(take.cost)), ("when", .string(take.when)),
      ("object", .string(take.object)),
    ])
  }
}
