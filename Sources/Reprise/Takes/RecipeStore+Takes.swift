import Graph
import Store
import Takes

/// What was spent: `0.40 USD`, each.
public struct Spending: Hashable, Sendable {
  /// By day, post, author and giver, in that order of kinds; each sorted.
  public let parts: [Part]
  public let total: String

  public struct Part: Hashable, Sendable {
    /// `day`, `post`, `author`, `giver`.
    public let kind: String
    public let name: String
    public let amount: String
  }

  init(_ books: Books) {
    parts = books.scopes.compactMap { scope in
      scope.part.map { Part(kind: $0, name: $1, amount: "\(books.spent(in: scope))") }
    }.sorted { ($0.place, $0.name) < ($1.place, $1.name) }
    total = "\(books.spent(in: .everything))"
  }
}

extension Spending.Part {
  fileprivate var place: Int { ["day", "post", "author", "giver"].firstIndex(of: kind) ?? 0 }
}

extension Scope {
  fileprivate var part: (kind: String, name: String)? {
    switch self {
    case .day(let day): ("day", "\(day)")
    case .post(let post): ("post", post)
    case .author(let author): ("author", author)
    case .backend(let giver): ("giver", giver)
    case .everything, .run: nil
    }
  }
}

extension RecipeStore {
  /// Everything that was recorded, in order, and what could not be read of it, in sentences.
  public func takes() throws(RepriseError) -> (takes: [TakeRecord], damage: [String]) {
    guard let books = try ledger()?.asBooks() else { return ([], []) }
    return (books.takes.map { TakeRecord($0) }, books.damage.map { "line \($0.line) of the ledger: \($0.problem)" })
  }

  /// Nil where nothing was ever recorded.
  public func spending() throws(RepriseError) -> Spending? {
    try ledger().map { ledger throws(RepriseError) in Spending(try ledger.asBooks()) }
  }

  func recorded() throws(RepriseError) -> Set<Digest> { Set(try ledger()?.asBooks().takes.map(\.object) ?? []) }

  /// Where takes are written down.
  var ledgerFolder: String { folder + "/takes" }

  /// Nil where nothing was ever recorded.
  func ledger() throws(RepriseError) -> Ledger? {
    guard LocalFile.exists(ledgerFolder) else { return nil }
    do { return try Ledger(at: ledgerFolder) } catch { throw RepriseError(error) }
  }
}

extension Ledger {
  func asBooks() throws(RepriseError) -> Books {
    do { return try books() } catch { throw RepriseError(error) }
  }
}
