import Graph
import Takes

/// One answer of a voice or a server that was recorded.
public struct TakeRecord: Hashable, Sendable {
  /// Of its request: 1 for the first.
  public let number: Int
  /// `speech`, `video`, …
  public let kind: String
  /// The voice or back end that gave it.
  public let backend: String
  /// What was asked: a text, a prompt.
  public let asked: String
  /// `free`, or an amount and a currency.
  public let cost: String
  /// RFC 3339, in UTC.
  public let when: String
  /// The SHA-256 of what was made, in hexadecimal.
  public let object: String

  init(_ take: Take) {
    (number, kind, backend) = (take.number, take.request.kind.rawValue, take.request.backend)
    (cost, when, object) = ("\(take.cost)", "\(take.when)", "\(take.object)")
    let words = ["text", "prompt"].compactMap { name -> String? in
      guard case .string(let text)? = take.request.parameters[name] else { return nil }
      return text
    }
    asked = words.first ?? ""
  }
}

extension RecipeStore {
  /// Everything that was recorded, in order, and what could not be read of it, in sentences.
  public func takes() throws(RepriseError) -> (takes: [TakeRecord], damage: [String]) {
    guard let books = try books() else { return ([], []) }
    return (books.takes.map { TakeRecord($0) }, books.damage.map { "line \($0.line) of the ledger: \($0.problem)" })
  }

  /// What was spent, by day and by back end, and altogether: `0.40 USD`.
  public func spending() throws(RepriseError) -> (days: [(String, String)], backends: [(String, String)], total: String)
  {
    guard let books = try books() else { return ([], [], "nothing") }
    let days = Set(books.takes.map(\.when.day)).sorted()
    let backends = Set(books.takes.map(\.request.backend)).sorted()
    return (
      days.map { ("\($0)", "\(books.spent(in: .day($0)))") },
      backends.map { ($0, "\(books.spent(in: .backend($0)))") }, "\(books.spent(in: .everything))"
    )
  }

  func recorded() throws(RepriseError) -> Set<Digest> { Set(try books()?.takes.map(\.object) ?? []) }

  /// Where takes are written down.
  var ledgerFolder: String { folder + "/takes" }

  /// Nil where nothing was ever recorded.
  private func books() throws(RepriseError) -> Books? {
    guard LocalFile.exists(ledgerFolder) else { return nil }
    do { return try Ledger(at: ledgerFolder).books() } catch { throw RepriseError(error) }
  }
}
