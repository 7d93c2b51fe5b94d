internal import Journal

/// Work on a ticket that goes on: one action at a time. Left at any point, also by a crash, it can be taken up by another.
struct Run: ~Copyable {
  let ticket: Ticket
  let buyer: Buyer
  let backend: any Backend
  /// Held as long as we work.
  private let lease: Lease
  private var errand: Errand
  private var stop: Stop

  /// - Precondition: the ticket is as the ledger has it, and the lease is on it.
  init(
    _ buyer: Buyer, _ ticket: Ticket, _ lease: consuming Lease, _ backend: any Backend, seed: UInt64, _ stop: Stop
  ) {
    (self.buyer, self.ticket, self.backend, self.stop) = (buyer, ticket, backend, stop)
    self.lease = lease
    errand = Errand(
      ticket, backend.capabilities, age: buyer.age(of: ticket), at: buyer.clock.uptime, patience: buyer.patience,
      seed: seed)
  }

  var action: Errand.Action { errand.action }

  /// Does everything that is left.
  mutating func finish() throws(TakeError) -> Take {
    while true {
      if let outcome = step() { return try outcome.take(of: ticket) }
    }
  }

  /// Does one action.
  ///
  /// - Returns: Nil while there is more to do.
  mutating func step() -> Outcome? {
    if case .finish(let outcome) = errand.action { return outcome }
    errand.handle(perform(errand.action), at: buyer.clock.uptime)
    return nil
  }
}

extension Run {
  var call: Call { Call(patience: buyer.callPatience, stop: stop) }

  private mutating func perform(_ action: Errand.Action) -> Errand.Event {
    do throws(Fault) {
      switch action {
      case .submit: return .submitted(try backend.submit(ticket.request, key: ticket.id, call))
      case .find: return .found(try backend.find(ticket.id, call))
      case .poll(let job): return .reported(try poll(job))
      case .cancel(let job):
        try backend.cancel(job, call)
        return .cancelled
      case .fetch(let job, let receipt): return try fetch(job, receipt)
      case .wait(let pause): return wait(pause)
      case .note(let step):
        return write { ledger, now throws(TakeError) in
          try ledger.note(step, on: ticket.id, at: now)
          return .noted
        }
      case .record(let delivery):
        return write { ledger, now throws(TakeError) in
          .recorded(try ledger.record(delivery, for: ticket.id, at: now))
        }
      case .finish: return .noted
      }
    } catch {
      return .failed(error.cleaned(by: buyer.redaction))
    }
  }

  private func write(_ body: (Ledger, Moment) throws(TakeError) -> Errand.Event) -> Errand.Event {
    do throws(TakeError) {
      return try body(buyer.ledger, buyer.clock.now)
    } catch {
      // A line that cannot be written must not take with it what the server calls the thing that we paid for.
      guard case .job(let job) = errand.purchase else { return .blocked("\(error)") }
      return .blocked("\(error) (the server calls it \(job))")
    }
  }

  private func poll(_ job: JobID) throws(Fault) -> Report {
    let report = try backend.poll(job, call).cleaned(by: buyer.redaction)
    buyer.progress(ticket, report.standing)
    return report
  }

  /// A wish is heeded once; what it leads to is not stopped again.
  private mutating func wait(_ pause: Duration) -> Errand.Event {
    buyer.clock.wait(pause, stop)
    guard let wish = stop.wish else { return .woke }
    stop = Stop()
    return .wished(wish)
  }
}
