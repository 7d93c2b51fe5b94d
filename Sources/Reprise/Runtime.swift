import Confinement
import MediaWorker
import Recipe
import Store
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
  /// How much a recipe, what it comes to, and its files may take.
  public var limits = Limits()
  /// Protections without which no recipe is run: for hosts that run strangers' recipes on machines that they do not know.
  /// Default none: what is missing is left to `Composition.protections` to tell.
  public var required: Protections = []
  /// Folders with fonts beside the system's.
  public var fontFolders: [String]
  /// Where posts are found, and what is drawn is kept. Nil, the default, draws everything afresh and knows no posts.
  public var store: RecipeStore?

  /// Voices that recipes may call by these names, beside those that come with the runtime.
  public var voices: [String: VoiceSource] = [:]
  /// Models that recipes may ask for videos by these names: `generate { "a dog in snow", by = "wan" }`.
  public var models: [String: VideoModel] = [:]
  /// Models that may be asked to write scenes and recipes, by these names.
  public var writers: [String: Writer] = [:]
  /// What takes may cost that are not recorded yet. Default nothing: what is free is made, all else refused.
  public var budget = Budget.nothing
  /// For whom takes are bought, as the ledger adds them up; nil for nobody in particular.
  public var author: String?
  /// Whether a recipe is only outlined where takes are missing: a dark ground or a voice of the runtime's stands in for what
  /// would have to be paid for, `Composition.takes` lists it, and nothing is bought.
  public var isOutline = false

  /// Words that prompts and scenes may use beside the dictionary's.
  public var words = Words()

  public init(
    isolation: Isolation = .process(), fontFolders: [String] = [], store: RecipeStore? = nil
  ) {
    (self.isolation, self.fontFolders, self.store) = (isolation, fontFolders, store)
  }

  /// Runs a recipe, and returns what it came to. Nothing is drawn yet, and Lua is gone.
  ///
  /// - Parameter params: Values for the recipe's params, by name.
  /// - Throws: `RepriseError` with the line in the recipe and what to do.
  public func evaluate(_ recipe: Recipe, params: [String: ParamValue] = [:]) throws(RepriseError) -> Composition {
    let (shelf, typesetting) = (shelf(store), Typesetting(.folders(fontFolders, access)))
    let library = FolderLibrary(
      folder: recipe.folder, shelf: shelf, typesetting: typesetting, store: store, hostWords: words)
    let origin = Origin(name: recipe.name, source: recipe.source, own: [:], params: params)
    return try evaluate(origin, library, typesetting, shelf)
  }

  /// Runs a post with what it pins.
  ///
  /// - Parameters:
  ///   - params: Values in place of those that it was published with.
  ///   - store: Where what it pins lies.
  public func evaluate(
    _ post: RecipePost, in store: RecipeStore, params: [String: ParamValue] = [:]
  ) throws(RepriseError) -> Composition {
    let (shelf, typesetting) = (shelf(store), Typesetting(.folders(fontFolders, access)))
    let manifest = post.post.manifest
    let origin = Origin(
      name: post.reference, source: manifest.recipe, own: manifest.settings, params: params, post: post,
      place: store)
    return try evaluate(origin, PostLibrary(manifest, store, shelf), typesetting, shelf)
  }

  private func shelf(_ store: RecipeStore?) -> Shelf {
    Shelf(
      cache: store, access: access, limits: limits.graph,
      recordings: Recordings(self, store: store))
  }

  func evaluate(
    _ origin: Origin, _ library: some Library, _ typesetting: Typesetting, _ shelf: Shelf
  ) throws(RepriseError) -> Composition {
    if Runtime.mayRead(origin.source) { access.nursery?.prepare() }
    do {
      let result = try evaluator.evaluate(
        origin.source, name: origin.name, settings: origin.params.mapValues(\.setting), own: origin.own,
        library: library, lent: CallerLibrary(shelf: shelf, typesetting: typesetting))
      return Composition(result, shelf: shelf, cache: store, origin: origin)
    } catch {
      throw RepriseError(error, in: origin.name)
    }
  }

  /// Whether a recipe may have files to decode; then what decodes them is loaded while it runs.
  private static func mayRead(_ source: String) -> Bool {
    ["video", "image", "audio", "captions", "remix"].contains { source.contains($0) }
  }

  private var evaluator: RecipeEvaluator {
    let place: Worker.Isolation =
      switch isolation {
      case .inProcess: .inProcess
      case .process(let program): program.map { .process(program: $0) } ?? .standard
      }
    var evaluator = Evaluator(isolation: place, limits: limits.evaluation)
    evaluator.required = Protection(rawValue: required.rawValue)
    return RecipeEvaluator(evaluator: evaluator, limits: limits.graph)
  }
}
