internal import Journal

/// Buys takes: the thin shell around `Errand`, which does what the errand says.
///
/// Everything blocks the calling thread, for as long as servers take; not for the cooperative pool.
package struct Buyer: Sendable {
  package let ledger: Ledger
  package let shelf: any TakeShelf
  package let clock: any Timekeeper
  /// Takes secrets out of whatever servers say, before it is written or shown.
  package let redaction: Redaction
  /// Looks whether a file is what it has to be: that it can be decoded. Throws if not.
  package let check: @Sendable (_ path: String, Request.Kind) throws -> Void
  /// Told how far a server is.
  package let progress: @Sendable (Ticket, Report.Standing) -> Void
  /// How long to wait for one take, in all; and for one call.
  package var patience = Duration.seconds(3600)
  package var callPatience = Duration.seconds(120)

  package init(
    ledger: Ledger, shelf: any TakeShelf, clock: any Timekeeper = MachineClock(), redaction: Redaction,
    check: @escaping @Sendable (String, Request.Kind) throws -> Void,
    progress: @escaping @Sendable (Ticket, Report.Standing) -> Void = { _, _ in }
  ) {
    (self.ledger, self.shelf, self.clock, self.redaction) = (ledger, shelf, clock, redaction)
    (self.check, self.progress) = (check, progress)
  }
}

extension Buyer {
  /// Buys a new take, on purpose.
  ///
  /// A ticket for the same request that somebody left open and nobody works on is gone on with first: a call that was
  /// interrupted and is made again buys nothing twice.
  /// - Throws: `.unable`, `.overBudget`, before anything is asked; then as `Outcome.take(of:)`; `.full`, `.readOnly`.
  package func buy(
    _ request: Request, from backend: any Backend, for purpose: Purpose, within limits: [Limit] = [],
    stop: Stop = Stop()
  ) throws(TakeError) -> Take {
    var chance = SystemRandomNumberGenerator()
    var run = try start(request, from: backend, for: purpose, within: limits, chance: &chance, stop: stop)
    return try run.finish()
  }

  /// Goes on with a ticket.
  ///
  /// - Throws: `.busy` if somebody works on it; then as `Outcome.take(of:)`.
  package func resume(_ id: Ticket.ID, with backend: any Backend, stop: Stop = Stop()) throws(TakeError) -> Take {
    guard let lease = try ledger.lease(id) else {
      throw TakeError(.busy, "ticket \(id)", "is being worked on by another process", remedy: "wait for it, or stop it")
    }
    let ticket = try ledger.ticket(id)
    if let take = try ledger.books().take(of: ticket) { return take }
    var run = Run(self, ticket, lease, backend, seed: .random(in: 0 ... .max), stop)
    return try run.finish()
  }

  /// Begins to buy; `Run.step` does it.
  ///
  /// - Parameter chance: Makes the ticket's id and the pauses.
  func start(
    _ request: Request, from backend: any Backend, for purpose: Purpose, within limits: [Limit],
    chance: inout some RandomNumberGenerator, stop: Stop
  ) throws(TakeError) -> Run {
    try backend.check(request)
    let seed: UInt64 = chance.next()
    for ticket in try ledger.books().openTickets(for: request.digest) {
      guard let lease = try ledger.lease(ticket.id) else { continue }
      // Somebody may have finished it since.
      let ticket = try ledger.ticket(ticket.id)
      if ticket.isOpen { return Run(self, ticket, lease, backend, seed: seed, stop) }
    }
    return try open(request, backend, purpose, limits, Ticket.ID(from: &chance), seed, stop)
  }

  /// Leased before it is written, so that nobody takes it over in between.
  private func open(
    _ request: Request, _ backend: any Backend, _ purpose: Purpose, _ limits: [Limit], _ id: Ticket.ID, _ seed: UInt64,
    _ stop: Stop
  ) throws(TakeError) -> Run {
    let quote = try backend.price(of: request)
    guard let lease = try ledger.lease(id) else { throw TakeError(.busy, "ticket \(id)", "is there already") }
    let ticket = try ledger.open(id, for: request, quote: quote, purpose: purpose, within: limits, at: clock.now)
    return Run(self, ticket, lease, backend, seed: seed, stop)
  }
}

extension Buyer {
  /// What a person found out about a ticket that nobody can know about otherwise.
  package enum Finding: Sendable {
    /// It was not bought. The ticket can be gone on with.
    case notBought
    /// It was bought, and this is what the server calls it.
    case bought(JobID)
    /// Nobody cares any more. It counts as paid.
    case abandoned(String)
  }

  /// Writes what a person found out.
  ///
  /// - Throws: `.busy` if somebody works on it.
  package func settle(_ id: Ticket.ID, _ finding: Finding) throws(TakeError) -> Ticket {
    guard let lease = try ledger.lease(id) else { throw TakeError(.busy, "ticket \(id)", "is being worked on") }
    return try lease.held { () throws(TakeError) in
      try ledger.note(step(finding, try ledger.ticket(id)), on: id, at: clock.now)
    }
  }

  private func step(_ finding: Finding, _ ticket: Ticket) -> Entry.Step {
    switch finding {
    case .notBought: .turnedAway
    case .bought(let job): .accepted(job)
    case .abandoned(let reason): .closed(.abandoned(redaction.clean(reason)), cost: ticket.quote)
    }
  }
}

extension Buyer {
  /// How long ago a ticket was sent; nil if it was not, or if the clock was turned back since.
  func age(of ticket: Ticket) -> Duration? {
    let now = clock.now
    guard case .sending(let since) = ticket.phase, let books = try? ledger.books(), now >= books.latest else {
      return nil
    }
    return now.since(since)
  }
}
