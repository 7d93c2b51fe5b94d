import ArgumentParser
import Reprise

/// `reprise takes`: what voices and models gave, and what it cost.
struct TakesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "takes",
    abstract: "List what voices and models were asked and gave, and what it cost.",
    discussion: """
      Takes are kept in the store. A recipe that asks for the same again gets the same take, and a post pins the takes \
      that it plays.

      Examples:

        reprise takes
        reprise takes --json
        reprise takes settle 9f2c41d8… --not-bought
      """, subcommands: [List.self, Settle.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List what was asked and given, what it cost, and what is not settled.")
    @OptionGroup var place: StoreCommand.Place

    func run() throws {
      let store = try place.open()
      let (takes, damage) = try store.takes()
      let (spending, tickets) = (try store.spending(), try store.openTickets())
      place.console.warn(damage)
      try place.console.show(
        words(takes, spending, tickets),
        .object([
          ("takes", .array(takes.map(JSON.take))), ("open", .array(tickets.map(JSON.ticket))),
          ("spent", .array((spending?.parts ?? []).map(JSON.part))), ("total", .string(spending?.total ?? "nothing")),
        ]))
    }

    private func words(_ takes: [TakeRecord], _ spending: Spending?, _ tickets: [OpenTicket]) -> String {
      let open = tickets.map {
        "\($0.opened)  \($0.giver)  ticket \($0.id), \($0.state); \($0.cost)  \"\($0.words.shortened(to: 60))\""
      }
      let sums = spending.map { spending in
        ["spent"] + spending.parts.map { "  \($0.kind) \($0.name): \($0.amount)" }
          + ["  altogether: \(spending.total)"]
      }
      let lines =
        (takes.isEmpty ? ["there are no takes"] : takes.map(words)) + (open.isEmpty ? [] : ["not settled"] + open)
        + (takes.isEmpty ? [] : sums ?? [])
      return lines.joined(separator: "\n").printable
    }

    private func words(_ take: TakeRecord) -> String {
      "\(take.when)  \(take.backend)  \(take.kind) \(take.number)  \(take.cost)  \"\(take.asked.shortened(to: 60))\""
    }
  }

  struct Settle: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say what became of a ticket whose answer was lost, after a look at the server's own list.")
    @OptionGroup var place: StoreCommand.Place

    @Argument(help: "The ticket: 32 digits, which `reprise takes` shows.")
    var ticket: String

    @Flag(help: "The server never got it: it may be asked again.")
    var notBought = false

    @Option(help: ArgumentHelp("The server made it, under this name: it is fetched next time.", valueName: "job"))
    var bought: String?

    @Option(help: ArgumentHelp("Nobody wants it any more; it counts as paid.", valueName: "why"))
    var giveUp: String?

    func validate() throws {
      guard [notBought, bought != nil, giveUp != nil].count(where: \.self) == 1 else {
        throw ValidationError("say one of --not-bought, --bought and --give-up")
      }
    }

    func run() throws {
      let finding: TicketFinding =
        bought.map { .bought(job: $0) } ?? giveUp.map { .givenUp(reason: $0) } ?? .notBought
      try place.open().settle(ticket, finding)
      try place.console.show("ticket \(ticket) is settled", .object([("ticket", .string(ticket))]))
    }
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

  fileprivate static func ticket(_ ticket: OpenTicket) -> JSON {
    .object([
      ("ticket", .string(ticket.id)), ("giver", .string(ticket.giver)), ("asked", .string(ticket.words)),
      ("cost", .string(ticket.cost)), ("opened", .string(ticket.opened)), ("state", .string(ticket.state)),
    ])
  }

  fileprivate static func part(_ part: Spending.Part) -> JSON {
    .object([("kind", .string(part.kind)), ("name", .string(part.name)), ("amount", .string(part.amount))])
  }
}
