import Chance
import Claims
import Foundation
import Graph
import Journal
import Testing

@testable import Takes

@Suite struct LedgerTests {
  @Test func whatIsWrittenIsThereForTheNextProcess() throws {
    let scratch = try Scratch()
    let receipt = Receipt(
      cost: try .usd(790_000), model: "tide-2", version: "2026-11-01", work: .milliseconds(61_250),
      provenance: ["seed": "7", "prompt": "a tide, „rewritten“"])
    let ledger = try scratch.ledger()
    let ticket = try ledger.open(
      .numbered(1), for: .film(), quote: .usd(800_000), purpose: Purpose(post: "p", author: "ada", run: "r"),
      within: [],
      at: .start)
    try ledger.note(.sending, on: ticket.id, at: .start)
    try ledger.note(.accepted(.named("video_1")), on: ticket.id, at: .start.after(1))
    let take = try ledger.record(.of("film", receipt: receipt), for: ticket.id, at: .start.after(2))
    #expect(take.number == 1 && take.cost.millionths == 790_000 && take.receipt == receipt)
    let books = try scratch.ledger().books()
    #expect(books.takes(of: ticket.request.digest) == [take])
    #expect(books.openTickets.isEmpty && books.damage.isEmpty)
    #expect(books.spent(in: .author("ada")).description == "0.79 USD")
  }

  @Test func everyLineIsJSONWithItsSum() throws {
    let scratch = try Scratch()
    try scratch.ledger().take("film", of: .film(), cost: .usd(1), number: 1)
    let lines = try scratch.lines
    #expect(lines.count == 3)
    for line in lines {
      let json = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      #expect(json["sum"] is String && json["entry"] is [String: Any])
      #expect(try CanonicalJSON(parsing: Array(line.utf8)).text == line)
    }
  }

  @Test func theSumsAreByPostAuthorDayAndBackEnd() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    let (ada, ben) = (Purpose(post: "tide", author: "ada"), Purpose(post: "tide", author: "ben"))
    try ledger.take("1", of: .film(), for: ada, cost: .usd(100), number: 1)
    try ledger.take("2", of: .film(), for: ben, cost: .usd(20), number: 2, at: .start.after(86_400))
    try ledger.take("3", of: .film(backend: "b"), for: ada, cost: .usd(3), number: 3, at: .start.after(86_400))
    let books = try ledger.books()
    let expected: [(Scope, Int64)] = [
      (.everything, 123), (.post("tide"), 123), (.author("ada"), 103), (.author("ben"), 20),
      (.day(Moment.start.day), 100),
      (.day(Moment.start.after(86_400).day), 23), (.backend("films"), 120), (.backend("b"), 3), (.author("eve"), 0),
    ]
    for (scope, sum) in expected { #expect(books.spent(in: scope)[.dollars] == sum, "\(scope)") }
    #expect(books.takes(of: try Request.film().digest).map(\.number) == [1, 2])
    #expect(books.scopes.count == 8)
  }

  @Test func aLineThatWasCutShortIsDroppedAndNothingElse() throws {
    let whole = try Scratch()
    try whole.ledger().take("film", of: .film(), cost: .usd(1), number: 1)
    let lines = try whole.lines
    let last = try #require(lines.last).utf8.count
    for cut in [1, 2, 3, 20, last / 2, last - 1, last] {
      let scratch = try Scratch()
      try FileManager.default.createDirectory(atPath: scratch.folder + "/ledger", withIntermediateDirectories: true)
      try scratch.write(lines.joined(separator: "\n") + "\n")
      try scratch.cut(cut)
      let ledger = try scratch.ledger()
      #expect(try ledger.books().takes.isEmpty)
      #expect(try ledger.books().openTickets.count == 1)
      // Only the end of the line was missing: it counts once somebody writes.
      let take = try ledger.record(.of("film"), for: .numbered(1), at: .start)
      #expect(take.number == 1)
      let books = try scratch.ledger().books()
      #expect(books.takes == [take] && books.damage.isEmpty && books.spent(in: .everything)[.dollars] == 1)
      #expect(try scratch.lines.count == 3)
    }
  }

  @Test func aDamagedLineIsToldAndTheRestIsRead() throws {
    let whole = try Scratch()
    let ledger = try whole.ledger()
    for number in 1...5 { try ledger.take("\(number)", of: .film(), cost: .usd(1), number: UInt64(number)) }
    let text = try whole.lines.joined(separator: "\n") + "\n"
    try always { draws in
      (draws.int(0...text.utf8.count - 1), UInt8(draws.int(1...255)))
    } holds: { offset, change in
      var bytes = Array(text.utf8)
      bytes[offset] ^= change
      let scratch = try Scratch()
      try FileManager.default.createDirectory(atPath: scratch.folder + "/ledger", withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: scratch.folder + "/ledger/ledger.jsonl"))
      let damaged = try scratch.ledger()
      let books = try damaged.books()
      // A lost end of a line joins two; a new one cuts one in two; the last may be cut off.
      let isLast = offset == bytes.count - 1
      guard isLast || !books.damage.isEmpty, books.takes.count >= 3 else { return false }
      let line = text.utf8.prefix(offset).count { $0 == 0x0a } + 1
      guard isLast || books.damage[0].line == line else { return false }
      let next = try damaged.take("new", of: .film(), cost: .usd(1), number: 9)
      return try next.number > (books.takes.last?.number ?? 0) && damaged.books().takes.count >= books.takes.count + 1
    }
  }

  @Test func severalWhoWriteAtOnceNumberTheirTakesOneAfterTheOther() async throws {
    let scratch = try Scratch()
    let request = try Request.film()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        let ledger = try scratch.ledger()
        group.addTask {
          for turn in 0..<10 {
            let number = writer * 10 + turn
            try ledger.take("\(number)", of: request, cost: .usd(1), number: UInt64(number))
          }
        }
      }
      try await group.waitForAll()
    }
    let books = try scratch.ledger().books()
    #expect(books.takes(of: request.digest).map(\.number) == Array(1...40))
    #expect(Set(books.takes.map(\.object)).count == 40 && books.damage.isEmpty)
  }

  @Test func jobsAtOnceCannotPassABudgetTogether() async throws {
    let scratch = try Scratch()
    let limits = [
      Limit(Amounts([try .usd(1_000_000)]), over: .run("r")), Limit(Amounts([try .usd(5_000_000)]), over: .everything),
    ]
    let opened = try await withThrowingTaskGroup(of: Int.self) { group in
      for writer in 0..<4 {
        let ledger = try scratch.ledger()
        group.addTask {
          (0..<5).count { turn in
            let id = Ticket.ID.numbered(UInt64(writer * 5 + turn))
            let ticket = try? ledger.open(
              id, for: .film(), quote: .usd(300_000), purpose: Purpose(run: "r"), within: limits, at: .start)
            return ticket != nil
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(opened == 3)
    #expect(try scratch.ledger().books().reserved(in: .run("r")).description == "0.90 USD")
  }

  @Test func whatIsOverTheBudgetSaysWhatIsLeft() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.take("1", of: .film(), for: Purpose(author: "ada"), cost: .usd(800_000), number: 1)
    let limit = Limit(Amounts([try .usd(1_000_000)]), over: .author("ada"))
    let error = #expect(throws: TakeError.self) {
      try ledger.open(
        .numbered(2), for: .film(), quote: .usd(800_000), purpose: Purpose(author: "ada"), within: [limit], at: .start)
    }
    #expect(error?.code == .overBudget)
    #expect(
      error?.description
        == "budget for author ada: 0.80 USD would be spent, and 0.80 USD is spent or set aside; wanted at most 1.00 USD; raise the budget, or ask for less"
    )
    #expect(try ledger.books().openTickets.isEmpty)
  }

  @Test func aTicketThatEndsGivesItsReservationBack() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    for (number, ending, cost) in [(1, Ending.refused("no"), Money.free), (2, .expired, try .usd(8))] {
      let id = Ticket.ID.numbered(UInt64(number))
      _ = try ledger.open(id, for: .film(), quote: .usd(8), purpose: Purpose(), within: [], at: .start)
      #expect(try ledger.books().reserved(in: .everything)[.dollars] == 8)
      try ledger.note(.closed(ending, cost: cost), on: id, at: .start)
    }
    let books = try ledger.books()
    #expect(books.reserved(in: .everything).isNothing && books.spent(in: .everything)[.dollars] == 8)
    #expect(books.lastFailure(of: try Request.film().digest)?.ending == .expired)
  }

  @Test func aClockThatIsTurnedBackDoesNotTurnTheLedgerBack() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.take("1", of: .film(), cost: .usd(1), number: 1, at: .start)
    let take = try ledger.take("2", of: .film(), cost: .usd(1), number: 2, at: Moment(milliseconds: 0))
    #expect(take.when == .start && take.number == 2)
  }

  @Test func aLedgerThatIsReplacedWhileInUseIsNotWrittenInto() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    try ledger.take("1", of: .film(), cost: .usd(1), number: 1)
    let path = scratch.folder + "/ledger/ledger.jsonl"
    try FileManager.default.moveItem(atPath: path, toPath: path + ".old")
    #expect(throws: TakeError.self) { try ledger.take("2", of: .film(), cost: .usd(1), number: 2) }
    try scratch.write("")
    #expect(throws: TakeError.self) { try ledger.books() }
  }

  @Test func manyEntriesAreReadOnceAndFoundAtOnce() throws {
    let scratch = try Scratch()
    let ledger = try scratch.ledger()
    let request = try Request.film("x")
    try ledger.take("first", of: request, cost: .usd(1), number: 1)
    let count = 3000
    let lines = try (2...count).map { number in
      let id = Ticket.ID.numbered(UInt64(number))
      let ticket = Ticket(
        id: id, request: try .film("\(number % 100)"), quote: try .usd(1), purpose: Purpose(), opened: .start)
      let take = Take(.of("\(number)"), of: ticket, number: number, at: .start)
      return Entry(ticket: id, when: .start, step: .took(take)).line + [0x0a]
    }
    try scratch.append(Array(lines.joined()))
    let books = try ledger.books()
    #expect(books.takes.count == count && books.spent(in: .everything)[.dollars] == Int64(count))
    #expect(try books.takes(of: Request.film("7").digest).count == count / 100)
    #expect(try ledger.take("last", of: request, cost: .usd(1), number: UInt64(count + 1)).number == 2)
  }

  @Test func aLineThatIsChangedAndSummedAnewIsReadOrRefused() throws {
    try always(runs: 1000) { draws in
      (Entry.any(&draws), draws.int(0...2000), draws.one(of: Array("\"\\{}[]:,0-eu".utf8)), draws.int(0...2))
    } holds: { entry, offset, byte, cut in
      var inside = Array(entry.line.dropFirst(Entry.Form.head.count).dropLast(27))
      let place = offset % inside.count
      inside.replaceSubrange(place..<min(place + cut, inside.count), with: [byte])
      let line = Entry.Form.head + inside + Entry.Form.middle + Entry.Form.sum(of: inside) + Entry.Form.tail
      _ = try? Entry(line: line)
      return true
    }
  }

  @Test func linesReadBackAsTheyWereWritten() throws {
    try always { draws in
      Entry.any(&draws)
    } holds: { entry in
      try Entry(line: entry.line) == entry
    }
  }
}

extension Entry {
  /// Any line.
  static func any(_ draws: inout Draws) -> Entry {
    let text = draws.list(0...12) { draws in draws.one(of: ["a", "\"", "\\", "é", "\n", "{", "}", "\u{1F30A}", ","]) }
      .joined()
    let money = Money(millionths: Int64(draws.int(0...Int(Money.most))), .dollars) ?? .free
    guard
      let request = try? Request(
        draws.one(of: Request.Kind.allCases), backend: "b", model: "m",
        parameters: ["prompt": .string(text), "x": .number(draws.finite())])
    else { preconditionFailure("a request of plain values") }
    let id = Ticket.ID.numbered(draws.number(upTo: 1000))
    let ticket = Ticket(id: id, request: request, quote: money, purpose: Purpose(author: text), opened: .start)
    let receipt = Receipt(
      cost: draws.flag() ? money : nil, version: text, work: .milliseconds(draws.int(0...100_000)),
      provenance: [text: text])
    let endings: [Ending] = [
      .took(draws.int(1...9)), .failed(text), .refused(text), .expired, .cancelled, .abandoned(text),
    ]
    let steps: [Step] = [
      .sending, .turnedAway, .accepted(.named("job")), .closed(draws.one(of: endings), cost: money),
      .opened(request, quote: money, Purpose(post: text)),
      .took(Take(.of(text, receipt: receipt), of: ticket, number: draws.int(1...1000), at: .start)),
    ]
    return Entry(ticket: id, when: .start, step: draws.one(of: steps))
  }
}

extension JobID {
  static func named(_ text: String) -> JobID {
    guard let job = JobID(text) else { preconditionFailure("a plain name") }
    return job
  }
}
