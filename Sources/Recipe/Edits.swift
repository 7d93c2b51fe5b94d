import Graph
import Worker

/// What params were set to and parts became, by whoever asked for a recipe: a remix, or settings from outside.
final class Edits {
  let params: EditTable<ParamSetting>
  let parts: EditTable<PartChange>
  /// Whose files the names among the values are.
  let lender: Stock
  /// The remix that says them; nil for settings.
  let origin: Origin?
  /// The post whose insides the paths are of, where another one that remixes it answers for it.
  let aim: Digest?

  struct Origin {
    let place: Place
    /// In which its functions live.
    let evaluation: Evaluation
  }

  /// What one `remix` says.
  init(
    params: [String: ParamSetting], parts: [String: PartChange], lender: Stock, origin: Origin, aim: Digest?
  ) {
    self.params = EditTable(params, of: "param", code: .param)
    self.parts = EditTable(parts, of: "part", code: .part)
    (self.lender, self.aim, self.origin) = (lender, aim, origin)
  }

  /// Settings from outside: the caller's, or those that a post was published with.
  ///
  /// - Parameter code: What one that does not fit is.
  init(settings: [String: ParamSetting], lender: Stock, code: RecipeError.Code) {
    params = EditTable(settings, of: "param", code: code)
    parts = EditTable([:], of: "part", code: .part)
    (self.lender, aim, origin) = (lender, nil, nil)
  }

  var isEmpty: Bool { params.entries.isEmpty && parts.entries.isEmpty }

  /// Does something for which the remix is to blame if it goes wrong.
  func blamed<R>(_ body: () throws(RecipeError) -> R) throws(RecipeError) -> R {
    do {
      return try body()
    } catch {
      throw origin.map { error.located(at: $0.place, in: "remix") } ?? error
    }
  }

  /// Refuses what names nothing, or more than one thing, of a recipe that has run.
  func check(against ledger: Ledger, of owner: String) throws(RecipeError) {
    try params.check(in: owner, among: ledger.paths(from: aim) { $0.params.map(\.name) })
    try parts.check(in: owner, among: ledger.paths(from: aim) { $0.parts.map(\.name) })
  }

  /// What each edit found, for the lineage.
  var changes: Ancestor.Changes {
    var changes = Ancestor.Changes()
    for entry in params.entries {
      for path in entry.found { changes.params.append(.init(path: path, value: entry.change)) }
    }
    for entry in parts.entries {
      for path in entry.found { changes.parts.append(.init(path: path, line: entry.change.line)) }
    }
    return changes
  }
}
