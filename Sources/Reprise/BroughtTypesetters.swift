import Draw
import Graph
import Recipe
import Synchronization

/// What sets texts in fonts that recipes bring along: one typesetter for each choice of files, with the installed fonts that its
/// texts need besides. Any thread may ask.
final class BroughtTypesetters: Sendable {
  private struct Made {
    var others: Set<String>
    var typesetter: any TextSetting
  }

  private let made = Mutex<[Set<Digest>: Made]>([:])
  /// Each may be a process.
  private static let most = 16

  /// - Parameters:
  ///   - files: What was brought along, each known by its digest alone.
  ///   - others: Installed fonts for what those lack. Which more there are changes nothing.
  func typesetter(
    _ files: [Digest: String], and others: Set<String>, _ access: MediaAccess
  ) throws -> any TextSetting {
    try made.withLock { made in
      let known = made[Set(files.keys)]
      if let known, others.isSubset(of: known.others) { return known.typesetter }
      guard known != nil || made.count < Self.most else {
        throw RecipeError(
          .limit, "texts choose among the recipe's own fonts in more than \(Self.most) ways",
          remedy: "use fewer fonts together")
      }
      let others = others.union(known?.others ?? [])
      let brought = files.sorted { $0.key < $1.key }.map { FontFile($1, name: BroughtFont.family($0)) }
      let typesetter = try access.typesetter(fonts: brought + others.sorted().map { FontFile($0) })
      made[Set(files.keys)] = Made(others: others, typesetter: typesetter)
      return typesetter
    }
  }
}
