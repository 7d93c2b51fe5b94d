package import Graph
internal import Journal

/// Which take a recipe wants.
package enum Wish: Hashable, Sendable {
  /// The one that is pinned, or else the latest there is.
  case any
  /// `take = 2`
  case number(Int)
  /// A new one, on purpose.
  case new
}

/// What is played.
package struct Chosen: Hashable, Sendable {
  package let request: Request
  package let number: Int
  package let object: Digest

  package init(request: Request, number: Int, object: Digest) {
    (self.request, self.number, self.object) = (request, number, object)
  }
}

extension Wish {
  /// The take to play; nil if one is to be bought, which is only so if that was wished on purpose.
  ///
  /// - Parameter price: What a new one would cost, for the error; nil if the back end is not at hand.
  /// - Throws: `.missing` with what there is, or what would be asked of whom for how much.
  package func choose(
    for request: Request, pinned: PinnedTakes, in books: Books, price: Money?
  ) throws(TakeError) -> Chosen? {
    let takes = books.takes(of: request.digest)
    switch self {
    case .new: return nil
    case .number(let number):
      let object = pinned.object(request.digest, number) ?? takes.first { $0.number == number }?.object
      guard let object else { throw request.noTake(number, of: takes) }
      return Chosen(request: request, number: number, object: object)
    case .any:
      if let (number, object) = pinned.latest(request.digest) {
        return Chosen(request: request, number: number, object: object)
      }
      guard let take = takes.last else { throw request.noTakes(books, price) }
      return Chosen(request: request, number: take.number, object: take.object)
    }
  }
}

extension Request {
  fileprivate func noTake(_ number: Int, of takes: [Take]) -> TakeError {
    let numbers = takes.map(\.number)
    let there =
      numbers.isEmpty ? "there are no takes of it" : "there are \(numbers.count), up to take \(numbers.max() ?? 0)"
    return missing(
      "has no take \(number); \(there)", remedy: "name one that there is, or ask for a new take on purpose")
  }

  /// Says what a new one would be asked of whom, what it would cost, and what came of the last try.
  fileprivate func noTakes(_ books: Books, _ price: Money?) -> TakeError {
    var came = "has no take yet"
    if let (ending, when) = books.lastFailure(of: digest) { came += "; the last try \(ending) (\(when.day))" }
    if let ticket = books.openTickets(for: digest).first {
      return missing(came + "; ticket \(ticket.id) is open", remedy: "go on with the ticket; nothing is bought twice")
    }
    let cost = price.map { $0 == .free ? "for nothing" : "for \($0)" } ?? "at a price that is not known here"
    return missing(
      came, remedy: "ask for a new take on purpose: \(model.shown()) of \(backend.shown()) makes it \(cost)")
  }

  private func missing(_ came: String, remedy: String) -> TakeError {
    TakeError(
      .missing, "\(kind.rawValue) of \(backend.shown()) (request \("\(digest)".prefix(12)))", came, remedy: remedy)
  }
}
