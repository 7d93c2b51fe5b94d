import Chance
import Foundation
import Graph

@testable import Takes

/// Clients that are killed between any two actions, and started again, against a server that misbehaves.
final class Rehearsal {
  let schedule: Schedule
  let scratch: Scratch
  let clock = RehearsedClock()
  let server: RehearsedServer
  /// The server as clients speak with it.
  let backend: any Backend
  let shelf = RehearsedShelf()
  let request: Request
  let redaction: Redaction
  var chance: SplitMix
  var lives: [Int]
  var tears: [Int]
  var results: [Outcome] = []
  /// Everything that was told to anybody.
  var told: [String] = []
  var doubts = 0

  /// - Parameter backend: How the server is spoken with; as it is, if left out.
  init(
    _ schedule: Schedule, seed: UInt64, key: Key? = nil, _ backend: (RehearsedServer) throws -> any Backend = { $0 }
  ) throws {
    (self.schedule, redaction) = (schedule, Redaction([key].compactMap(\.self)))
    (scratch, request, chance) = (try Scratch(), try .film(), SplitMix(seed))
    server = RehearsedServer(schedule, clock)
    self.backend = try backend(server)
    (lives, tears) = (schedule.lives, schedule.tears)
  }

  /// A client as it is after a start: nothing is known but what is in the folder.
  func buyer() throws -> Buyer {
    Buyer(
      ledger: try scratch.ledger(), shelf: shelf, clock: clock, redaction: redaction,
      check: { path, _ in
        let text = try String(contentsOfFile: path, encoding: .utf8)
        if !text.contains("film video_") { throw CocoaError(.fileReadCorruptFile) }
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
final class Client {
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
      rehearsal.request, from: rehearsal.backend, for: Purpose(), within: [], chance: &rehearsal.chance, stop: stop)
    ticket = run?.ticket.id
    (age, life) = (0, rehearsal.lives.isEmpty ? .max : rehearsal.lives.removeFirst())
  }

  private func die(_ action: Errand.Action) throws {
    try rehearsal.kill(after: action)
    buyer = try rehearsal.buyer()
  }

  private func end(_ outcome: Outcome, _ ticket: Ticket) throws {
    rehearsal.told.append("\(outcome)")
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
