import Recipe
import Worker

/// Where recipes run: how they are kept apart from the host, and how much each may take. A value; any thread may use it.
public struct Runtime: Sendable {
  /// Whether recipes run in a process of their own, which is how strangers' recipes are to be run, or on a thread of the
  /// host, for hosts that cannot start processes.
  public enum Isolation: Hashable, Sendable {
    /// `program` is the path of `recipe-worker`; if nil, that of `REPRISE_WORKER`, or the one beside the running program.
    case process(program: String? = nil)
    case inProcess
  }

  public var isolation: Isolation
  /// Units of work that a recipe may do, about one Lua instruction each. The same on every machine. Default 100 million.
  public var fuel: UInt64
  /// Bytes of memory that a recipe may take. Default 256 MiB.
  public var memory: Int
  /// Folders with fonts beside the system's.
  public var fontFolders: [String]

  public init(
    isolation: Isolation = .process(), fuel: UInt64 = 100_000_000, memory: Int = 256 << 20, fontFolders: [String] = []
  ) {
    (self.isolation, self.fuel, self.memory, self.fontFolders) = (isolation, fuel, memory, fontFolders)
  }

  /// Runs a recipe, and returns what it came to. Nothing is drawn yet, and Lua is gone.
  ///
  /// - Parameter params: Values for the recipe's params, by name.
  /// - Throws: `RepriseError` with the line in the recipe and what to do.
  public func evaluate(_ recipe: Recipe, params: [String: ParamValue] = [:]) throws(RepriseError) -> Composition {
    let shelf = Shelf(typesetting: Typesetting(fontFolders: fontFolders))
    do {
      let result = try evaluator.evaluate(
        recipe.source, name: recipe.name, settings: params.mapValues(\.setting),
        library: FolderLibrary(folder: recipe.folder, shelf: shelf), lent: FolderLibrary(folder: nil, shelf: shelf))
      return Composition(result, shelf: shelf)
    } catch {
      throw RepriseError(error, in: recipe.name)
    }
  }

  private var evaluator: RecipeEvaluator {
    var limits = Limits()
    (limits.fuel, limits.memory) = (fuel, memory)
    switch isolation {
    case .inProcess: return RecipeEvaluator(evaluator: Evaluator(isolation: .inProcess, limits: limits))
    case .process(let program):
      let place = program.map { Worker.Isolation.process(program: $0) } ?? .standard
      return RecipeEvaluator(evaluator: Evaluator(isolation: place, limits: limits))
    }
  }
}
