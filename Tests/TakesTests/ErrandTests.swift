import Claims
import Foundation
import Graph
import Testing

@testable import Takes

@Suite struct ErrandTests {
  private func ticket(_ phase: Ticket.Phase = .idle) throws -> Ticket {
    var ticket = Ticket(
      id: .numbered(1), request: try .film(), quote: try .usd(800_000), purpose: Purpose(), opened: .start)
    ticket.phase = phase
    return ticket
  }

  private func errand(
    _ phase: Ticket.Phase = .idle, recall: Recall = .nothing, canCancel: Bool = true, age: Duration? = .zero
  ) throws -> Errand {
    let can = Capabilities([.video], parameters: [:], canCancel: canCancel, recall: recall)
    return Errand(try ticket(phase), can, age: age, at: .zero, patience: .seconds(600), seed: 1)
  }

  /// What is to be done after some events, a second apart.
  private func actions(_ errand: Errand, _ events: [Errand.Event]) -> [Errand.Action] {
    var (errand, now) = (errand, Duration.zero)
    return [errand.action]
      + events.map { event in
        now += .seconds(1)
        errand.handle(event, at: now)
        return errand.action
      }
  }

  @Test func theLineComesBeforeTheMoney() throws {
    let job = JobID.named("video_1")
    let receipt = Receipt()
    let told = actions(
      try errand(),
      [
        .noted, .submitted(job), .noted, .woke, .reported(Report(.running(progress: 0.5), again: .seconds(4))), .woke,
        .reported(Report(.done(receipt))), .fetched(.of("film")),
      ])
    #expect(
      told == [
        .note(.sending), .submit, .note(.accepted(job)), .wait(.seconds(1)), .poll(job), .wait(.seconds(4)), .poll(job),
        .fetch(job, receipt), .record(.of("film")),
      ])
  }

  @Test func aTicketThatWasBeingSentIsNeverSentAgainBlindly() throws {
    let sent = Ticket.Phase.sending(since: .start)
    #expect(isDoubtful(try errand(sent).action))
    guard case .wait(let pause) = try errand(sent, recall: .list(settling: .seconds(40))).action else {
      Issue.record("it does not wait for the list")
      return
    }
    #expect(pause >= .seconds(40))
    let key = Recall.key(lasting: .seconds(3600))
    #expect(actions(try errand(sent, recall: key), [.woke]).last == .submit)
    #expect(isDoubtful(try errand(sent, recall: key, age: .seconds(1800)).action))
    #expect(isDoubtful(try errand(sent, recall: key, age: nil).action))
  }

  @Test func whatWasTurnedAwayIsWrittenBeforeItIsSentAgain() throws {
    let told = actions(try errand(), [.noted, .failed(.busy(after: .seconds(30))), .noted, .woke, .noted])
    guard case .wait(let pause) = told[3] else {
      Issue.record("it does not wait")
      return
    }
    #expect(pause >= .seconds(30))
    #expect([told[2], told[4], told[5]] == [.note(.turnedAway), .note(.sending), .submit])
  }

  @Test func aServerThatWantsForeverGivesTheReservationBack() throws {
    let told = actions(try errand(), [.noted, .failed(.busy(after: .seconds(1e18))), .noted])
    #expect(told.last == .note(.closed(.failed("it takes longer than we wait"), cost: .free)))
  }

  @Test func refusalsAndExpiryAreFinal() throws {
    let job = JobID.named("video_1")
    let refused = actions(try errand(), [.noted, .failed(.refused("no")), .noted])
    #expect(refused.suffix(2) == [.note(.closed(.refused("no"), cost: .free)), .finish(.closed(.refused("no")))])
    let expired = actions(try errand(.accepted(job)), [.reported(Report(.expired))])
    #expect(expired.last == .note(.closed(.expired, cost: try .usd(800_000))))
  }

  @Test func whatIsDoneBeforeItIsCancelledIsTaken() throws {
    let job = JobID.named("video_1")
    let told = actions(
      try errand(.accepted(job)),
      [
        .reported(Report(.queued(place: 3))), .wished(.cancel), .failed(.rejected("it is done")),
        .reported(Report(.done(Receipt()))),
      ])
    #expect(told.suffix(3) == [.cancel(job), .poll(job), .fetch(job, Receipt())])
  }

  @Test func whoeverLeavesLeavesTheTicket() throws {
    let job = JobID.named("video_1")
    let told = actions(try errand(.accepted(job)), [.reported(Report(.queued(place: nil))), .wished(.leave)])
    #expect(told.last == .finish(.unfinished("it was left")))
    let stuck = actions(
      try errand(.accepted(job), canCancel: false), [.reported(Report(.queued(place: nil))), .wished(.cancel)])
    #expect(stuck.last == .finish(.unfinished("the server cannot cancel, and works on")))
  }

  @Test func pausesGrowAndAreNeverAllAlike() throws {
    try always { draws in
      draws.number(upTo: .max)
    } holds: { seed in
      var backoff = Backoff(seed: seed)
      return (0..<Backoff.most).allSatisfy { turn in
        let pause = backoff.pause() / .seconds(1)
        return pause >= 0 && pause <= min(60, 0.5 * Double(1 << turn))
      } && backoff.isExhausted
    }
    let first = (0..<100).map { (seed: UInt64) in
      var backoff = Backoff(seed: seed)
      return backoff.pause()
    }
    #expect(Set(first).count > 80)
  }

  private func isDoubtful(_ action: Errand.Action) -> Bool {
    if case .finish(.doubtful) = action { true } else { false }
  }
}

@Suite struct StopTests {
  @Test func aWishWakesWhoeverWaits() async {
    let stop = Stop()
    let waited = Task.detached {
      let start = ContinuousClock.now
      stop.wait(atMost: .seconds(60))
      return ContinuousClock.now - start
    }
    stop.set(.leave)
    #expect(await waited.value < .seconds(30))
    stop.set(.cancel)
    stop.set(.leave)
    #expect(stop.wish == .cancel)
  }
}

@Suite struct BuyerTests {
  private func hold(_ id: Ticket.ID, in ledger: Ledger, _ body: () -> Void) throws {
    guard let lease = try ledger.lease(id) else { throw CocoaError(.fileLocking) }
    try lease.held { body() }
  }

  @Test func aTicketThatSomebodyWorksOnIsNotTakenOver() throws {
    let scratch = try Scratch()
    let buyer = Buyer(
      ledger: try scratch.ledger(), shelf: RehearsedShelf(), redaction: Redaction([]), check: { _, _ in })
    let id = Ticket.ID.numbered(1)
    _ = try buyer.ledger.open(id, for: .film(), quote: .free, purpose: Purpose(), within: [], at: .start)
    try hold(id, in: try scratch.ledger()) {
      let error = #expect(throws: TakeError.self) { try buyer.settle(id, .notBought) }
      #expect(error?.code == .busy)
    }
    _ = try buyer.settle(id, .abandoned("nobody knows"))
    #expect(try buyer.ledger.books().openTickets.isEmpty)
  }

  @Test func nothingIsAskedThatCannotBeHonouredOrPaid() throws {
    let scratch = try Scratch()
    let schedule = Schedule(
      recall: .nothing, canCancel: false, mishaps: [], lives: [], tears: [], wanted: 1, turns: [], fates: [],
      turnsClockBack: false)
    let clock = RehearsedClock()
    let server = RehearsedServer(schedule, clock)
    let buyer = Buyer(
      ledger: try scratch.ledger(), shelf: RehearsedShelf(), clock: clock, redaction: Redaction([]), check: { _, _ in })
    let speech = try Request(.speech, backend: "films", model: "m", parameters: [:])
    #expect(throws: TakeError.self) { try buyer.buy(speech, from: server, for: Purpose()) }
    let limit = Limit(Amounts([try .usd(799_999)]), over: .everything)
    let error = #expect(throws: TakeError.self) {
      try buyer.buy(.film(), from: server, for: Purpose(), within: [limit])
    }
    #expect(error?.code == .overBudget && server.jobs.isEmpty)
    #expect(try buyer.ledger.books().openTickets.isEmpty)
    let take = try buyer.buy(.film(), from: server, for: Purpose(author: "ada"))
    #expect(take.cost.description == "0.79 USD" && take.number == 1 && server.jobs.count == 1)
    #expect(try buyer.buy(.film(), from: server, for: Purpose()).number == 2)
  }
}
