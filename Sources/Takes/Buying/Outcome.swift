/// How work on a ticket ended, for now or for good.
package enum Outcome: Hashable, Sendable {
  case took(Take)
  /// There is no take and will be none of this ticket.
  case closed(Ending)
  /// Nobody works on it now. The ticket stays; going on with it later buys nothing twice.
  case unfinished(String)
  /// Whether it was bought cannot be known. The ticket stays until a person says.
  case doubtful(String)
}

extension Outcome {
  /// The take.
  ///
  /// - Throws: `.failed`, `.refused`, `.expired`, `.cancelled`, `.unfinished` or `.doubtful`, with what to do about it.
  package func take(of ticket: Ticket) throws(TakeError) -> Take {
    switch self {
    case .took(let take): take
    case .closed(let ending): throw ending.error(ticket)
    case .unfinished(let reason):
      throw ticket.error(
        .unfinished, "is not finished: \(reason)", remedy: "go on with the ticket later; nothing is bought twice")
    case .doubtful(let reason):
      throw ticket.error(
        .doubtful, "may have been bought: \(reason)",
        remedy: "look at the server's own list, and say whether ticket \(ticket.id) is there")
    }
  }
}

extension Ending {
  fileprivate func error(_ ticket: Ticket) -> TakeError {
    switch self {
    case .refused: ticket.error(.refused, "\(self)", remedy: "ask for something else")
    case .expired: ticket.error(.expired, "\(self)", remedy: "ask for a new take; it costs \(ticket.quote) again")
    case .cancelled, .abandoned: ticket.error(.cancelled, "\(self)", remedy: "ask for a new take")
    case .failed, .took: ticket.error(.failed, "\(self)", remedy: "ask for a new take")
    }
  }
}

extension Ticket {
  fileprivate func error(_ code: TakeError.Code, _ came: String, remedy: String) -> TakeError {
    TakeError(code, "\(request.backend): \(request.kind.rawValue)", came, remedy: remedy)
  }
}
