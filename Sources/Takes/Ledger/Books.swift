package import Graph
package import Journal

/// What the lines of a ledger come to: every take, every ticket, and the sums. Pure; a line more is O(1).
package struct Books: Sendable {
  /// Something in the ledger that could not be read or does not fit. Everything else counts.
  package struct Damage: Hashable, Sendable {
    /// From 1.
    package let line: Int
    package let problem: String
  }

  private var takesByRequest: [Digest: [Take]] = [:]
  private var ticketsByID: [Ticket.ID: Ticket] = [:]
  private var order: [Ticket.ID] = []
  private var openByRequest: [Digest: [Ticket.ID]] = [:]
  private var lastEnding: [Digest: (ending: Ending, when: Moment)] = [:]
  /// The order in which they were recorded.
  package private(set) var takes: [Take] = []
  package internal(set) var damage: [Damage] = []
  private var sums: [Scope: Sum] = [:]
  /// When the latest line was written.
  package private(set) var latest = Moment(milliseconds: 0)

  /// What was paid, and what is set aside for tickets that are open.
  private struct Sum {
    var spent = Amounts()
    var reserved = Amounts()
  }
}

extension Books {
  /// The answers to a request, by their numbers.
  package func takes(of request: Digest) -> [Take] { takesByRequest[request] ?? [] }

  package func ticket(_ id: Ticket.ID) -> Ticket? { ticketsByID[id] }

  /// A request by its digest, if it is still open or was answered.
  func request(_ digest: Digest) -> Request? {
    openByRequest[digest]?.first.flatMap { ticketsByID[$0]?.request } ?? takesByRequest[digest]?.first?.request
  }

  /// - Throws: `.missing` if there is no such ticket.
  package func known(_ id: Ticket.ID) throws(TakeError) -> Ticket {
    guard let ticket = ticketsByID[id] else { throw TakeError(.missing, "ticket \(id)", "is not in the ledger") }
    return ticket
  }

  /// What a ticket became; nil if it is open, or ended otherwise.
  package func take(of ticket: Ticket) -> Take? {
    guard case .closed(.took(let number)) = ticket.phase else { return nil }
    return takes(of: ticket.request.digest).last { $0.number == number }
  }

  /// In the order in which they were opened.
  package var openTickets: [Ticket] { order.compactMap { ticketsByID[$0] }.filter(\.isOpen) }

  package func openTickets(for request: Digest) -> [Ticket] {
    (openByRequest[request] ?? []).compactMap { ticketsByID[$0] }
  }

  /// How the last ticket for a request ended, if not with a take.
  package func lastFailure(of request: Digest) -> (ending: Ending, when: Moment)? { lastEnding[request] }

  package func spent(in scope: Scope) -> Amounts { sums[scope]?.spent ?? Amounts() }

  package func reserved(in scope: Scope) -> Amounts { sums[scope]?.reserved ?? Amounts() }

  /// What was paid or is set aside.
  package func committed(in scope: Scope) -> Amounts {
    var sum = spent(in: scope)
    sum += reserved(in: scope)
    return sum
  }

  /// Where something was paid or is set aside: posts, authors, days, back ends, in no order.
  package var scopes: [Scope] { Array(sums.keys) }
}

extension Books {
  /// Adds a line. What it says of a ticket that is unknown or closed is noted as damage; a take is kept all the same.
  mutating func add(_ entry: Entry, line: Int) {
    latest = max(latest, entry.when)
    switch entry.step {
    case .opened(let request, let quote, let purpose):
      open(Ticket(id: entry.ticket, request: request, quote: quote, purpose: purpose, opened: entry.when), line)
    case .took(let take): keep(take, line)
    default: advance(entry, line)
    }
  }

  private mutating func open(_ ticket: Ticket, _ line: Int) {
    guard ticketsByID[ticket.id] == nil else { return doubt(line, "opens a ticket that there is already") }
    ticketsByID[ticket.id] = ticket
    order.append(ticket.id)
    openByRequest[ticket.request.digest, default: []].append(ticket.id)
    for scope in ticket.scopes { sums[scope, default: Sum()].reserved += ticket.quote }
  }

  private mutating func keep(_ take: Take, _ line: Int) {
    let last = takesByRequest[take.request.digest]?.last?.number ?? 0
    guard take.number > last else { return doubt(line, "is take \(take.number) after take \(last)") }
    takesByRequest[take.request.digest, default: []].append(take)
    takes.append(take)
    if ticketsByID[take.ticket] == nil { doubt(line, "is a take of an unknown ticket") }
    close(take.ticket, .took(take.number), at: take.when)
    for scope in Ticket.scopes(take.request, take.purpose, take.when.day) {
      sums[scope, default: Sum()].spent += take.cost
    }
  }

  private mutating func advance(_ entry: Entry, _ line: Int) {
    guard let ticket = ticketsByID[entry.ticket], ticket.isOpen else {
      return doubt(line, "goes on with a ticket that is unknown or closed")
    }
    switch entry.step {
    case .sending: ticketsByID[entry.ticket]?.phase = .sending(since: entry.when)
    case .turnedAway: ticketsByID[entry.ticket]?.phase = .idle
    case .accepted(let job): ticketsByID[entry.ticket]?.phase = .accepted(job)
    case .closed(let ending, let cost):
      close(entry.ticket, ending, at: entry.when)
      for scope in Ticket.scopes(ticket.request, ticket.purpose, entry.when.day) {
        sums[scope, default: Sum()].spent += cost
      }
    case .opened, .took: break
    }
  }

  private mutating func close(_ id: Ticket.ID, _ ending: Ending, at when: Moment) {
    guard let ticket = ticketsByID[id], ticket.isOpen else { return }
    ticketsByID[id]?.phase = .closed(ending)
    openByRequest[ticket.request.digest]?.removeAll { $0 == id }
    for scope in ticket.scopes { sums[scope, default: Sum()].reserved -= ticket.quote }
    if case .took = ending {
      lastEnding[ticket.request.digest] = nil
    } else {
      lastEnding[ticket.request.digest] = (ending, when)
    }
  }

  private mutating func doubt(_ line: Int, _ problem: String) {
    damage.append(Damage(line: line, problem: problem))
  }
}

extension Ticket {
  fileprivate var scopes: [Scope] { Ticket.scopes(request, purpose, opened.day) }

  /// Where its money counts.
  fileprivate static func scopes(_ request: Request, _ purpose: Purpose, _ day: Day) -> [Scope] {
    [.everything, .backend(request.backend), .day(day)] + (purpose.post.map { [.post($0)] } ?? [])
      + (purpose.author.map { [.author($0)] } ?? []) + (purpose.run.map { [.run($0)] } ?? [])
  }
}
