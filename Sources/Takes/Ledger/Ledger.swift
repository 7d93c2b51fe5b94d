internal import Glibc
package import Journal
internal import Synchronization

/// What was asked for, what came of it, and what it cost: a file of lines that is only ever added to.
///
/// Any number of threads and processes may use one folder. A line is on the disk before what it tells of goes on.
///
/// ```
/// ledger.jsonl   an entry each line, with a checksum
/// spare          room for the lines that must be written when the disk is full
/// leases         empty; who works on which ticket
/// new/           downloads that are not checked yet
/// ```
package final class Ledger: Sendable {
  package let folder: String
  private let journal: Journal<TakeError>
  private let reading = Mutex(LedgerReading())

  /// Opens a ledger, or makes one.
  ///
  /// - Throws: `.readOnly`, `.full`, `.unreachable`. A damaged line is no error: see `Books.damage`.
  package init(at folder: String) throws(TakeError) {
    if mkdir(folder, 0o700) != 0, ![EEXIST, EROFS, EACCES].contains(errno) { throw .system(at: folder) }
    self.folder = folder
    journal = try Journal(at: folder + "/ledger.jsonl")
    _ = try books()
  }

  /// Everything that is written at this moment, by whomever.
  package func books() throws(TakeError) -> Books {
    try reading.withLock { reading throws(TakeError) in
      try journal.locked(for: .reading) { () throws(TakeError) in try reading.catchUp(with: journal) }
      return reading.books
    }
  }

  package func ticket(_ id: Ticket.ID) throws(TakeError) -> Ticket {
    try books().known(id)
  }

  /// The right to work on a ticket; nil if another has it.
  func lease(_ ticket: Ticket.ID) throws(TakeError) -> Lease? {
    try Lease(on: ticket, in: folder + "/leases")
  }

  /// A name for a file that is being fetched.
  func newPath(for ticket: Ticket.ID) throws(TakeError) -> String {
    let new = folder + "/new"
    guard mkdir(new, 0o700) == 0 || errno == EEXIST else { throw .system(at: new) }
    return "\(new)/\(ticket)"
  }

  private var spare: Spare { Spare(path: folder + "/spare") }
}

extension Ledger {
  /// Writes a ticket, and sets its price aside.
  ///
  /// Tickets of all threads and processes are written one after the other, and each is checked against the limits with those
  /// before it: together they cannot pass a budget either.
  /// - Throws: `.overBudget`; `.full` if there would be no room for what must be written later.
  package func open(
    _ id: Ticket.ID, for request: Request, quote: Money, purpose: Purpose, within limits: [Limit], at now: Moment
  ) throws(TakeError) -> Ticket {
    try spare.fill()
    return try write(id, at: now) { books, _ throws(TakeError) in
      for limit in limits { try limit.check(Amounts([quote]), after: books.committed(in: limit.scope)) }
      guard books.ticket(id) == nil else { throw TakeError(.malformed, "ticket \(id)", "is there already") }
      return .opened(request, quote: quote, purpose.bounded)
    }.known(id)
  }

  /// Writes how a ticket goes on. One that is closed stays as it is.
  @discardableResult
  func note(_ step: Entry.Step, on id: Ticket.ID, at now: Moment) throws(TakeError) -> Ticket {
    try write(id, at: now) { books, _ throws(TakeError) in
      try books.known(id).isOpen ? step : nil
    }.known(id)
  }

  /// Writes a take, with the next number of its request; or gives the one that the ticket became already.
  func record(_ delivery: Delivery, for id: Ticket.ID, at now: Moment) throws(TakeError) -> Take {
    let books = try write(id, at: now) { books, when throws(TakeError) in
      let ticket = try books.known(id)
      guard ticket.isOpen else { return nil }
      let number = (books.takes(of: ticket.request.digest).last?.number ?? 0) + 1
      return .took(Take(delivery, of: ticket, number: number, at: when))
    }
    guard let take = books.take(of: try books.known(id)) else {
      throw TakeError(.cancelled, "ticket \(id)", "was closed while its take was fetched")
    }
    return take
  }

  /// Adds a line that follows from everything before it; nil adds none.
  ///
  /// - Returns: The books with it.
  private func write(
    _ id: Ticket.ID, at now: Moment, _ step: (Books, Moment) throws(TakeError) -> Entry.Step?
  ) throws(TakeError) -> Books {
    try reading.withLock { reading throws(TakeError) in
      try journal.locked(for: .writing) { () throws(TakeError) in
        try reading.catchUp(with: journal)
        try reading.mend(journal)
        // A clock that was turned back does not turn the ledger back.
        let when = max(now, reading.books.latest)
        guard let step = try step(reading.books, when) else { return }
        try append(Entry(ticket: id, when: when, step: step))
        try reading.catchUp(with: journal)
      }
      return reading.books
    }
  }

  /// What is written is read back first, so that nothing is bought on the strength of a line that nobody can read.
  private func append(_ entry: Entry) throws(TakeError) {
    let line = entry.line
    guard line.count <= Entry.Form.most, try Entry(line: line).line == line else {
      throw TakeError(.malformed, "ledger", "a line cannot be written so that it reads back the same")
    }
    do throws(TakeError) {
      try journal.append(line + [0x0a])
    } catch {
      guard error.code == .full else { throw error }
      spare.release()
      try journal.append(line + [0x0a])
    }
  }
}
