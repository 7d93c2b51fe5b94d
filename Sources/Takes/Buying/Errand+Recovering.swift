/// What is done when a call does not succeed, and when somebody wishes to stop.
extension Errand {
  mutating func recover(from fault: Fault, at now: Duration) -> Action {
    switch action {
    case .submit: recoverSubmission(from: fault, at: now)
    case .find: retry(.find, because: fault.reason, after: fault.pause, at: now)
    case .poll(let job), .fetch(let job, _): recoverJob(job, from: fault, at: now)
    case .cancel(let job): recoverCancelling(of: job, from: fault, at: now)
    case .note, .record, .wait, .finish: .finish(.unfinished(fault.reason))
    }
  }

  private mutating func recoverSubmission(from fault: Fault, at now: Duration) -> Action {
    switch (fault, purchase) {
    case (.lost, .sent(let since)), (.spoilt, .sent(let since)):
      purchase = .doubt(since: since)
      return recall(fault.reason, at: now)
    // That this try bought nothing says nothing of the one before.
    case (.refused, .doubt), (.rejected, .doubt), (.unknown, .doubt): return .finish(.unfinished(fault.reason))
    case (_, .doubt): return recall(fault.reason, after: fault.pause, at: now)
    case (.busy, _), (.unreachable, _):
      refusal = (fault.reason, fault.pause)
      return .note(.turnedAway)
    case (.refused(let reason), _): return close(.refused(reason))
    default: return close(.failed(fault.reason))
    }
  }

  /// Finds out what became of something that was sent.
  mutating func recall(_ reason: String, after asked: Duration? = nil, at now: Duration) -> Action {
    guard case .doubt(let since) = purchase else { return .finish(.unfinished(reason)) }
    switch capabilities.recall {
    case .key(let lasting):
      // Half, so that what is long on the way arrives in time.
      guard let since, now - since < lasting / 2 else {
        return .finish(.doubtful("\(reason); the server may have forgotten the key by now"))
      }
      return retry(.submit, because: reason, after: asked, at: now)
    case .list(let settling):
      // Counted from now: when it was really sent, a process that was held up before it died did not write down.
      return retry(.find, because: reason, after: settling, at: now)
    case .nothing:
      return .finish(.doubtful("\(reason); the server cannot say"))
    }
  }

  /// A job that is known.
  private mutating func recoverJob(_ job: JobID, from fault: Fault, at now: Duration) -> Action {
    switch fault {
    case .refused(let reason): close(.refused(reason))
    case .rejected(let reason): .finish(.unfinished(reason))
    // A server may need a moment until it knows what it has just accepted.
    case .unknown where backoff.tries >= 3: close(isCancelling ? .cancelled : .expired)
    default: retry(action, because: fault.reason, after: fault.pause, at: now)
    }
  }

  private mutating func recoverCancelling(of job: JobID, from fault: Fault, at now: Duration) -> Action {
    switch fault {
    // It may be done already: then it is paid, and we take it.
    case .rejected, .refused, .unknown: .poll(job)
    default: retry(.cancel(job), because: fault.reason, after: fault.pause, at: now)
    }
  }

  mutating func heed(_ wish: Stop.Wish) -> Action {
    guard wish == .cancel else { return .finish(.unfinished("it was left")) }
    isCancelling = true
    backoff.reset()
    switch purchase {
    case .nothing: return close(.cancelled)
    case .job(let job) where capabilities.canCancel: return .cancel(job)
    case .job: return .finish(.unfinished("the server cannot cancel, and works on"))
    // Sending it again with its key might buy it now.
    case .sent, .doubt: return .finish(.unfinished("it was cancelled before it was known whether it was bought"))
    }
  }
}

extension Errand {
  /// Does something again after a pause that grows; gives up after some tries.
  mutating func retry(
    _ next: Action, because reason: String, after asked: Duration? = nil, at now: Duration
  ) -> Action {
    guard !backoff.isExhausted else { return giveUp(reason) }
    return rest(backoff.pause(atLeast: asked), then: next, at: now)
  }

  mutating func rest(_ pause: Duration, then next: Action, at now: Duration) -> Action {
    guard now + pause <= deadline else { return giveUp("it takes longer than we wait") }
    afterwards = next
    return .wait(pause)
  }

  /// Where nothing was bought, the ticket is closed, so that its price is set aside no longer.
  private func giveUp(_ reason: String) -> Action {
    purchase == .nothing ? close(.failed(reason)) : .finish(.unfinished(reason))
  }

  func close(_ ending: Ending) -> Action {
    .note(.closed(ending, cost: cost(of: ending)))
  }

  /// What was made and is gone was paid all the same; what was cancelled is counted in full, because servers do not say.
  private func cost(of ending: Ending) -> Money {
    switch (ending, purchase) {
    case (.expired, _), (.cancelled, .job): quote
    default: .free
    }
  }
}

extension Fault {
  /// What the server asked for; at most what no clock overflows at.
  fileprivate var pause: Duration? {
    guard case .busy(let pause) = self else { return nil }
    return pause.map { min(max($0, .zero), .seconds(1_000_000_000)) }
  }
}
