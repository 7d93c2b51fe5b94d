internal import Journal

/// One line of the ledger: something that happened to a ticket.
struct Entry: Hashable, Sendable {
  enum Step: Hashable, Sendable {
    /// A ticket is written. Its price is set aside from now on.
    case opened(Request, quote: Money, Purpose)
    /// It is about to be sent. What follows is not known until the next line.
    case sending
    /// Nothing was bought by what was sent.
    case turnedAway
    case accepted(JobID)
    case took(Take)
    /// With what it cost all the same.
    case closed(Ending, cost: Money)
  }

  let ticket: Ticket.ID
  let when: Moment
  let step: Step
}
