/// The work on one ticket, from what is written of it to a take: told what happened, it says what to do next. Pure.
///
/// 1. Before anything is sent that may cost money, a line says that it is about to be (`sending`); before it is sent anew, a
///    line says that nothing was bought (`turnedAway`), or it goes with a key that the server knows again.
/// 2. So whoever finds a ticket after a crash knows: nothing was bought, it was bought under this id, or it may have been.
/// 3. What may have been bought is found again as the server's `Recall` allows, or a person is asked. It is never sent in
///    the hope that it had not arrived.
struct Errand: Sendable {
  enum Action: Hashable, Sendable {
    case note(Entry.Step)
    case submit
    case find
    case poll(JobID)
    /// Download it, check it, and put it on the shelf.
    case fetch(JobID, Receipt)
    case record(Delivery)
    case cancel(JobID)
    case wait(Duration)
    case finish(Outcome)
  }

  enum Event: Hashable, Sendable {
    case noted
    case submitted(JobID)
    case found(JobID?)
    case reported(Report)
    case fetched(Delivery)
    case recorded(Take)
    case cancelled
    case woke
    /// A call that did not succeed.
    case failed(Fault)
    /// Something on our own side did not: the ledger or the shelf cannot be written.
    case blocked(String)
    /// Instead of the wait that was to be.
    case wished(Stop.Wish)
  }

  /// What we know of the money.
  enum Purchase: Hashable, Sendable {
    case nothing
    /// Sent once, since then (by `uptime`), and not answered yet.
    case sent(since: Duration)
    /// Sent, and the answer was lost; nil if the clocks cannot tell since when.
    case doubt(since: Duration?)
    case job(JobID)
  }

  let capabilities: Capabilities
  let quote: Money
  /// When to stop waiting, by `uptime`.
  let deadline: Duration
  var purchase = Purchase.nothing
  var backoff: Backoff
  var pace = Pace()
  var isCancelling = false
  /// Why the server turned it away last, and for how long.
  var refusal: (reason: String, pause: Duration?) = ("", nil)
  /// What is to be done at present.
  private(set) var action = Action.note(.sending)
  /// What is done after a pause.
  var afterwards = Action.note(.sending)
}

extension Errand {
  /// - Parameters:
  ///   - ticket: As the ledger has it, open, and leased.
  ///   - age: How long ago it was sent, if it was and is not known to be bought; nil if the clock was turned back since.
  ///   - now: `uptime`, as everywhere here.
  ///   - patience: How long to wait in all.
  init(
    _ ticket: Ticket, _ capabilities: Capabilities, age: Duration?, at now: Duration, patience: Duration, seed: UInt64
  ) {
    (self.capabilities, quote, deadline) = (capabilities, ticket.quote, now + patience)
    backoff = Backoff(seed: seed)
    switch ticket.phase {
    case .idle: break
    case .sending:
      purchase = .doubt(since: age.map { now - $0 })
      action = recall("the answer never came", at: now)
    case .accepted(let job):
      purchase = .job(job)
      action = .poll(job)
    case .closed(let ending): action = .finish(.closed(ending))
    }
  }

  /// Goes on after what `action` came to.
  mutating func handle(_ event: Event, at now: Duration) {
    action = next(after: event, at: now)
  }

  private mutating func next(after event: Event, at now: Duration) -> Action {
    switch (action, event) {
    case (_, .failed(let fault)): recover(from: fault, at: now)
    case (_, .blocked(let reason)): .finish(.unfinished(reason))
    case (_, .wished(let wish)): heed(wish)
    case (.note(let step), .noted): follow(step, at: now)
    case (.submit, .submitted(let job)), (.find, .found(let job?)): accept(job)
    case (.find, .found(nil)): .note(.turnedAway)
    case (.poll(let job), .reported(let report)): respond(to: report, of: job, at: now)
    case (.fetch, .fetched(let delivery)): .record(delivery)
    case (.record, .recorded(let take)): .finish(.took(take))
    case (.cancel(let job), .cancelled): .poll(job)
    case (.wait, .woke): afterwards
    default: .finish(.unfinished("what happened does not belong to what was done"))
    }
  }

  private mutating func accept(_ job: JobID) -> Action {
    purchase = .job(job)
    backoff.reset()
    return .note(.accepted(job))
  }

  /// What comes after a line that is written.
  private mutating func follow(_ step: Entry.Step, at now: Duration) -> Action {
    switch step {
    case .sending:
      purchase = .sent(since: now)
      return .submit
    case .turnedAway:
      purchase = .nothing
      guard !isCancelling else { return close(.cancelled) }
      return retry(.note(.sending), because: refusal.reason, after: refusal.pause, at: now)
    case .accepted(let job): return isCancelling ? .cancel(job) : rest(pace.next(nil), then: .poll(job), at: now)
    case .closed(let ending, _): return .finish(.closed(ending))
    case .opened, .took: return .finish(.unfinished("a line was written that is not ours"))
    }
  }

  private mutating func respond(to report: Report, of job: JobID, at now: Duration) -> Action {
    switch report.standing {
    case .queued, .running:
      guard !isCancelling else { return retry(.poll(job), because: "the server works on", at: now) }
      backoff.reset()
      return rest(pace.next(report.again), then: .poll(job), at: now)
    case .done(let receipt):
      backoff.reset()
      return .fetch(job, receipt)
    case .failed(let reason): return close(isCancelling ? .cancelled : .failed(reason))
    case .refused(let reason): return close(.refused(reason))
    case .expired: return close(.expired)
    case .cancelled: return close(.cancelled)
    }
  }
}
