import Graph
import Worker

/// What names mean in one recipe: its own library, and files that were lent to it; and what it has taken of that.
final class Stock {
  let library: any Library
  /// Names of another stock, by the token that stands for each in the recipe.
  private var loans: [String: Loan] = [:]
  /// What came of each file that was asked for.
  private var found: [Request: Result<Asset, RecipeError>] = [:]
  /// What was taken of the library, by name.
  private(set) var assets: [String: Digest] = [:]
  /// In the order of their first use.
  private(set) var fonts: [Digest] = []

  private struct Loan {
    let stock: Stock
    let name: String
    let param: String
    let place: Place?
  }

  private struct Request: Hashable {
    let name: String
    let kind: ParameterType.AssetKind
  }

  init(_ library: any Library) { self.library = library }

  /// The file that a name in the recipe means, and what the file is called where it lies. It is looked at once.
  ///
  /// - Parameter prepare: Called before it is.
  func asset(
    named name: String, _ kind: ParameterType.AssetKind, prepare: () throws(RecipeError) -> Void
  ) throws(RecipeError) -> (asset: Asset, name: String) {
    if let loan = loans[name] { return try borrowed(loan, kind, prepare) }
    let request = Request(name: name, kind: kind)
    if let known = found[request] { return (try known.get(), name) }
    try prepare()
    let answer = Result { () throws(RecipeError) in try library.asset(named: name, kind) }
    found[request] = answer
    let asset = try answer.get()
    assets[name] = asset.digest
    return (asset, name)
  }

  private func borrowed(
    _ loan: Loan, _ kind: ParameterType.AssetKind, _ prepare: () throws(RecipeError) -> Void
  ) throws(RecipeError) -> (Asset, String) {
    do {
      return try loan.stock.asset(named: loan.name, kind, prepare: prepare)
    } catch {
      throw RecipeError(
        error.code, "param \"\(loan.param)\": \(error.came)", wanted: error.wanted, remedy: error.remedy,
        operation: loan.place.map { _ in "remix" }, place: loan.place)
    }
  }

  /// What is in a small file of the recipe's own.
  func bytes(of name: String, atMost limit: Int) throws(RecipeError) -> [UInt8] {
    let (bytes, digest) = try library.bytes(of: name, atMost: limit)
    assets[name] = digest
    return bytes
  }

  /// Nil where another voice stands in.
  func take(of speech: SoundParameters) throws(RecipeError) -> Digest? {
    guard let (name, digest) = try library.take(of: speech) else { return nil }
    assets[name] = digest
    return digest
  }

  /// Nil where something is to stand in.
  func film(_ order: FilmOrder) throws(RecipeError) -> Asset? {
    guard let film = try library.film(order) else { return nil }
    assets[film.name] = film.asset.digest
    return film.asset
  }

  func pinWords() throws(RecipeError) {
    let (name, digest) = try library.pinWords()
    assets[name] = digest
  }

  func measure(_ text: TextParameters) throws(RecipeError) -> TextMeasure {
    let measure = try library.measure(text)
    for font in measure.fonts where !fonts.contains(font) { fonts.append(font) }
    return measure
  }

  /// The token by which the recipe may use a file of another's.
  ///
  /// A file that was lent to the other is lent on, so that tokens stay as short as in the first place.
  func token(for name: String, of lender: Stock, param: String, at place: Place?) -> String {
    let loan = lender.loans[name] ?? Loan(stock: lender, name: name, param: param, place: place)
    let token = "param/\(param)/\(loan.name)"
    loans[token] = loan
    return token
  }
}
