import Takes

/// Something that was asked of a voice or a model, and of which it is not settled what became.
public struct OpenTicket: Hashable, Sendable {
  /// 32 hexadecimal digits.
  public let id: String
  public let giver: String
  public let words: String
  /// What is set aside for it.
  public let cost: String
  /// RFC 3339, in UTC.
  public let opened: String
  /// `nothing was sent`, `it may have been bought`, `it was bought`.
  public let state: String

  init(_ ticket: Ticket) {
    (id, giver, words) = (ticket.id.text, ticket.request.backend, ticket.request.words)
    (cost, opened) = ("\(ticket.quote)", "\(ticket.opened)")
    state =
      switch ticket.phase {
      case .idle: "nothing was sent"
      case .sending: "it may have been bought"
      case .accepted(let job): "it was bought, as \(job)"
      case .closed(let ending): "\(ending)"
      }
  }
}

/// What a person found out of a ticket whose answer was lost.
public enum TicketFinding: Hashable, Sendable {
  /// It can be gone on with, and costs what it would have.
  case notBought
  /// It was, and this is what the server calls it: what it makes can be fetched.
  case bought(job: String)
  /// Nobody cares any more; it counts as paid.
  case givenUp(reason: String)
}

extension RecipeStore {
  /// In the order in which they were opened.
  public func openTickets() throws(RepriseError) -> [OpenTicket] {
    try ledger()?.asBooks().openTickets.map(OpenTicket.init) ?? []
  }

  /// Writes what a person found out of a ticket.
  ///
  /// - Throws: if there is no such ticket, or somebody works on it.
  public func settle(_ ticket: String, _ finding: TicketFinding) throws(RepriseError) {
    guard let id = Ticket.ID(ticket), let ledger = try ledger() else { throw Self.unknown(ticket) }
    do throws(TakeError) {
      let buyer = Buyer(ledger: ledger, shelf: StoreShelf(store: store), redaction: Redaction([]), check: { _, _ in })
      _ = try buyer.settle(id, Buyer.Finding(finding))
    } catch {
      throw RepriseError(error)
    }
  }

  private static func unknown(_ ticket: String) -> RepriseError {
    RepriseError(
      .usage, code: "ticket", came: "there is no ticket \"\(ticket)\"", remedy: "`reprise takes` lists the open ones")
  }
}

extension Buyer.Finding {
  fileprivate init(_ finding: TicketFinding) throws(TakeError) {
    switch finding {
    case .notBought: self = .notBought
    case .givenUp(let reason): self = .abandoned(reason)
    case .bought(let job):
      guard let job = JobID(job) else { throw TakeError(.malformed, "job", "is no name that a server gives") }
      self = .bought(job)
    }
  }
}
