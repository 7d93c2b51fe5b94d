/// Why a take cannot be had, asked for or written down: place, what came, what was wanted, and what to do about it.
package struct TakeError: Error, Hashable, Sendable {
  package enum Code: String, Hashable, Sendable {
    /// No such take, and nothing is bought unless that is asked for on purpose.
    case missing
    /// A parameter that the back end cannot honour. Nothing was asked of it.
    case unable
    /// It would cost more than is allowed. Nothing was asked.
    case overBudget
    /// The server will not make this. Final.
    case refused
    /// The server tried and could not, or could not be asked. Nothing is owed, as far as it said.
    case failed
    /// It was made, and the server has it no longer.
    case expired
    case cancelled
    /// It was asked for, and is not here yet. The ticket stays: going on with it buys nothing twice.
    case unfinished
    /// Whether it was bought cannot be known. A person has to look.
    case doubtful
    /// Another process works on the same ticket.
    case busy
    case full
    case readOnly
    /// The system refuses for another reason.
    case unreachable
    /// A request, price, key or line that is not written as it has to be.
    case malformed
    case tooLarge
    /// A secret that others may read.
    case unsafeKey
  }

  package let code: Code
  /// A path, a request, a parameter, a ticket.
  package let place: String
  /// What came, as a clause: `is 30`.
  package let came: String
  package let wanted: String?
  /// What to do about it, as a clause: `use at most 12`.
  package let remedy: String?

  package init(_ code: Code, _ place: String, _ came: String, wanted: String? = nil, remedy: String? = nil) {
    (self.code, self.place, self.came, self.wanted, self.remedy) = (code, place, came, wanted, remedy)
  }
}

extension TakeError: CustomStringConvertible {
  /// `films: seconds: is 30; wanted 4, 8 or 12`
  package var description: String {
    "\(place): \(came)" + (wanted.map { "; wanted \($0)" } ?? "") + (remedy.map { "; \($0)" } ?? "")
  }
}
