import Graph

@testable import Takes

extension Rehearsal {
  /// Compares what the ledger says with what the server sold.
  func check() throws {
    let books = try scratch.ledger().books()
    let jobs = server.jobs
    try demand(books.damage.isEmpty, "the ledger is damaged: \(books.damage)")
    try demand(results.count >= schedule.wanted, "somebody has no answer")
    try demand(jobs.count <= schedule.wanted, "\(jobs.count) were sold, \(schedule.wanted) wanted")
    try demand(Set(jobs.map(\.key)).count == jobs.count, "a ticket was sold twice")
    let taken = Dictionary(grouping: books.takes, by: \.ticket)
    for job in jobs {
      let takes = taken[job.key] ?? []
      try demand(takes.count <= 1, "a ticket became two takes")
      if let take = takes.first {
        try demand(take.object == Digest(of: job.content.utf8), "another film was recorded")
        try demand(shelf.has(take.object), "a take is not on the shelf")
      } else {
        try demand(
          isExcused(job, books.ticket(job.key)),
          "\(job.id) was paid and is lost: \(books.ticket(job.key).map { "\($0.phase)" } ?? "no ticket")")
      }
    }
    try demand(books.takes.allSatisfy { take in jobs.contains { $0.key == take.ticket } }, "a take came from nowhere")
    try demand(books.openTickets.isEmpty && books.reserved(in: .everything).isNothing, "a ticket is left open")
    if case .nothing = schedule.recall {
    } else if !schedule.turnsClockBack {
      try demand(doubts == 0, "a person was asked without need")
    }
  }

  /// Whether it is right that a job became no take.
  private func isExcused(_ job: RehearsedServer.Job, _ ticket: Ticket?) -> Bool {
    guard case .closed(let ending)? = ticket?.phase else { return false }
    switch ending {
    case .refused: return job.fate == 1
    case .failed: return job.fate == 2
    // Who cancels and is killed before that is written leaves a ticket whose job is gone.
    case .expired: return job.fate == 3 || job.isForgotten || job.isCancelled
    case .cancelled: return job.isCancelled || job.isForgotten || job.fate == 2
    case .took, .abandoned: return false
    }
  }

  private func demand(_ holds: Bool, _ what: String) throws {
    if !holds { throw Wrong(what: what) }
  }
}

struct Wrong: Error, CustomStringConvertible {
  let what: String
  var description: String { what }
}
