import Chance
import Claims
import Foundation
import Graph
import Testing

@testable import Takes

/// Clients that are killed between any two actions, and started again, against a server that misbehaves.
private final class Rehearsal {
  let schedule: Schedule
  let scratch: Scratch
  let clock = RehearsedClock()
  let server: RehearsedServer
  let shelf = RehearsedShelf()
  let request: Request
  var chance: SplitMix
  var lives: [Int]
  var tears: [Int]
  var results: [Outcome] = []
  var doubts = 0

  init(_ schedule: Schedule, seed: UInt64) throws {
    self.schedule = schedule
    (scratch, request, chance) = (try Scratch(), try .film(), SplitMix(seed))
    server = RehearsedServer(schedule, clock)
    (lives, tears) = (schedule.lives, schedule.tears)
  }

  /// A client as it is after a start: nothing is known but what is in the folder.
  func buyer() throws -> Buyer {
    Buyer(
      ledger: try scratch.ledger(), shelf: shelf, clock: clock, redaction: Redaction([]),
      check: { path, _ in
        let text = try String(contentsOfFile: path, encoding: .utf8)
        if !text.hasPrefix("film video_") { throw CocoaError(.fileReadCorruptFile) }
      })
  }

  /// All of them at once, each one action at a time, as the schedule says; then whoever goes on with what was left open.
  func play() throws {
    var clients = try (0..<schedule.wanted).map { _ in try Client(self) }
    var turns = schedule.turns[...]
    for _ in 0..<5000 {
      clients.removeAll(where: \.isDone)
      if clients.isEmpty {
        guard try !scratch.ledger().books().openTickets.isEmpty else { return }
        clients = [try Client(self)]
      }
      try clients[(turns.popFirst() ?? 0) % clients.count].move()
    }
    throw Wrong(what: "it does not come to an end")
  }

  func kill(after action: Errand.Action) throws {
    if case .note = action, !tears.isEmpty { try scratch.tear(tears.removeFirst()) }
    if schedule.turnsClockBack { clock.turnBack(100_000) }
    clock.pass(.seconds(5))
  }

  /// A person looks at what the server sold.
  func settle(_ ticket: Ticket, with buyer: Buyer) throws {
    doubts += 1
    clock.pass(.seconds(60))
    let job = server.jobs.first { $0.key == ticket.id }
    _ = try buyer.settle(ticket.id, job.map { .bought($0.id) } ?? .notBought)
  }
}

/// One who wants a take, and begins again until there is one, or it is clear that there will be none.
private final class Client {
  let rehearsal: Rehearsal
  var isDone = false
  private var buyer: Buyer
  private var run: Run?
  private var age = 0
  private var life = Int.max
  private var ticket: Ticket.ID?
  /// Somebody who cancels does so once.
  private var stop = Stop()
  private var hasCancelled = false

  init(_ rehearsal: Rehearsal) throws {
    self.rehearsal = rehearsal
    buyer = try rehearsal.buyer()
  }

  func move() throws {
    if run == nil { try begin() }
    guard let (action, outcome, ticket) = step() else { return }
    if outcome != nil || age >= life { run = nil }
    if let outcome { try end(outcome, ticket) } else if age >= life { try die(action) }
  }

  private func step() -> (Errand.Action, Outcome?, Ticket)? {
    guard var run = run.take() else { return nil }
    if rehearsal.schedule.cancelling == age, !hasCancelled {
      stop.set(.cancel)
      hasCancelled = true
    }
    age += 1
    let (action, outcome, ticket) = (run.action, run.step(), run.ticket)
    self.run = consume run
    return (action, outcome, ticket)
  }

  /// Looks first what became of its ticket: it may have been killed just after it had all it wanted.
  private func begin() throws {
    if let ticket, case .closed(let ending) = try buyer.ledger.ticket(ticket).phase {
      rehearsal.results.append(.closed(ending))
      return isDone = true
    }
    run = try buyer.start(
      rehearsal.request, from: rehearsal.server, for: Purpose(), within: [], chance: &rehearsal.chance, stop: stop)
    ticket = run?.ticket.id
    (age, life) = (0, rehearsal.lives.isEmpty ? .max : rehearsal.lives.removeFirst())
  }

  private func die(_ action: Errand.Action) throws {
    try rehearsal.kill(after: action)
    buyer = try rehearsal.buyer()
  }

  private func end(_ outcome: Outcome, _ ticket: Ticket) throws {
    switch outcome {
    case .took, .closed:
      rehearsal.results.append(outcome)
      isDone = true
    case .unfinished:
      rehearsal.clock.pass(.seconds(60))
      if stop.wish != nil { stop = Stop() }
    case .doubtful: try rehearsal.settle(ticket, with: buyer)
    }
  }
}

private struct Wrong: Error, CustomStringConvertible {
  let what: String
  var description: String { what }
}

extension Schedule {
  static func any(_ draws: inout Draws) -> Schedule {
    let recalls = [Recall.key(lasting: .seconds(3600)), .list(settling: .seconds(40)), .nothing]
    return Schedule(
      recall: draws.one(of: recalls), canCancel: draws.flag(),
      mishaps: draws.list(0...14) { $0.one(of: Mishap.allCases) }, lives: draws.list(0...6) { $0.int(1...12) },
      tears: draws.list(0...3) { $0.int(0...300) }, wanted: draws.int(1...3),
      turns: draws.list(0...40) { $0.int(0...2) },
      fates: draws.list(0...3) { $0.int(0...3) }, cancelling: draws.int(0...4) == 4 ? draws.int(0...12) : nil,
      turnsClockBack: draws.int(0...4) == 4)
  }
}

@Suite struct RehearsalTests {
  @Test func nothingIsBoughtTwiceAndNothingIsLost() throws {
    try always(runs: 200) { draws in
      (Schedule.any(&draws), draws.number(upTo: 1000))
    } holds: { schedule, seed in
      let rehearsal = try Rehearsal(schedule, seed: seed)
      try rehearsal.play()
      try check(rehearsal)
      return true
    }
  }

  /// Compares what the ledger says with what the server sold.
  private func check(_ rehearsal: Rehearsal) throws {
    let books = try rehearsal.scratch.ledger().books()
    let jobs = rehearsal.server.jobs
    try demand(books.damage.isEmpty, "the ledger is damaged: \(books.damage)")
    try demand(rehearsal.results.count >= rehearsal.schedule.wanted, "somebody has no answer")
    try demand(jobs.count <= rehearsal.schedule.wanted, "\(jobs.count) were sold, \(rehearsal.schedule.wanted) wanted")
    try demand(Set(jobs.map(\.key)).count == jobs.count, "a ticket was sold twice")
    let taken = Dictionary(grouping: books.takes, by: \.ticket)
    for job in jobs {
      let takes = taken[job.key] ?? []
      try demand(takes.count <= 1, "a ticket became two takes")
      if let take = takes.first {
        try demand(take.object == Digest(of: job.content.utf8), "another film was recorded")
        try demand(rehearsal.shelf.has(take.object), "a take is not on the shelf")
      } else {
        try demand(isExcused(job, books.ticket(job.key)), "\(job.id) was paid and is lost")
      }
    }
    try demand(books.takes.allSatisfy { take in jobs.contains { $0.key == take.ticket } }, "a take came from nowhere")
    try demand(books.openTickets.isEmpty && books.reserved(in: .everything).isNothing, "a ticket is left open")
    if case .nothing = rehearsal.schedule.recall {
    } else if !rehearsal.schedule.turnsClockBack {
      try demand(rehearsal.doubts == 0, "a person was asked without need")
    }
  }

  /// Whether it is right that a job became no take.
  private func isExcused(_ job: RehearsedServer.Job, _ ticket: Ticket?) -> Bool {
    guard case .closed(let ending)? = ticket?.phase else { return false }
    switch ending {
    case .refused: return job.fate == 1
    case .failed: return job.fate == 2
    case .expired: return job.fate == 3 || job.isForgotten
    case .cancelled: return job.isCancelled || job.isForgotten || job.fate == 2
    case .took, .abandoned: return false
    }
  }

  private func demand(_ holds: Bool, _ what: String) throws {
    if !holds { throw Wrong(what: what) }
  }
}
