import ArgumentParser
import Reprise

/// Which store is used.
struct StoreArguments: ParsableArguments {
  @Option(
    name: .customLong("store"),
    help: ArgumentHelp(
      "Keep posts and what is drawn in this folder. Default: $REPRISE_STORE, or a folder of the user's.",
      valueName: "dir"),
    completion: .directory)
  var folder: String?

  @Flag(name: .customLong("no-store"), help: "Draw everything afresh and keep nothing.")
  var isUnused = false

  func validate() throws {
    guard !isUnused || folder == nil else { throw ValidationError("--store and --no-store exclude each other") }
  }

  /// The store; nil if there is to be none.
  ///
  /// One that was named has to be there. The user's own is a convenience: where it cannot be had, everything is drawn afresh.
  func open(_ console: Console) throws(RepriseError) -> RecipeStore? {
    guard !isUnused else { return nil }
    if let folder { return try RecipeStore(folder: folder) }
    do {
      return try RecipeStore()
    } catch {
      console.warn(["there is no store: \(error.message)"])
      return nil
    }
  }

  /// The store that a command is about.
  func required() throws(RepriseError) -> RecipeStore { try RecipeStore(folder: folder ?? RecipeStore.standardFolder) }
}
