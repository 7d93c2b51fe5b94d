import ArgumentParser
import Glibc
import Reprise

/// What every command takes: a recipe, values for its params, and who is listening.
struct RecipeArguments: ParsableArguments {
  @Argument(
    help: """
      A recipe (a .lua file; - reads it from standard input), a post (name@9f2c41d8), a bundle, or a video that \
      carries its post.
      """, completion: .file())
  var recipe: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Set a param of the recipe; may be given again. Beats --params.", valueName: "name=value"),
    transform: Assignment.init(text:))
  var assignments: [Assignment] = []

  @Option(
    name: .customLong("params"),
    help: ArgumentHelp("Set params from a JSON object: {\"line\": \"Hello\", \"count\": 3}", valueName: "file.json"),
    completion: .file(extensions: ["json"]))
  var paramsFile: String?

  @Flag(name: .customLong("json"), help: "Speak to a program: one JSON object on standard output, also for errors.")
  var isJSON = false

  @Flag(
    name: .customLong("isolated"),
    help: "Run no recipe unless all protections of its worker are in force (seccomp and Landlock).")
  var isIsolated = false

  @Option(
    name: .customLong("limit"),
    help: ArgumentHelp(
      "Bound what the recipe may take; may be given again. docs/reference/limits.md lists the names.",
      valueName: "name=number"),
    transform: LimitSetting.init(text:))
  var limits: [LimitSetting] = []

  @Option(
    help: ArgumentHelp(
      "A file that names further voices, as commands or servers. Default: $REPRISE_BACKENDS, or one beside the author's key.",
      valueName: "backends.json"), completion: .file(extensions: ["json"]))
  var backends: String?

  @Option(
    help: ArgumentHelp("What takes may cost that are not recorded yet. Default: nothing.", valueName: "\"0.50 USD\""),
    transform: Typed.budget)
  var budget: Budget?

  @OptionGroup var place: StoreArguments

  var console: Console { Console(isJSON: isJSON) }

  /// Runs the recipe, and passes its warnings on.
  func evaluate() throws -> Composition { try evaluate(open()) }

  /// What was named: a recipe or a post.
  func open() throws(RepriseError) -> Program { try open(recipe) }

  /// Runs what was opened, with the settings.
  func evaluate(_ program: Program) throws -> Composition { try evaluate(program, params: try params()) }

  /// Runs another recipe, as it is.
  func evaluate(other name: String) throws -> Composition { try evaluate(open(name), params: [:]) }

  /// Runs what was opened with further settings, which go before the others.
  func evaluate(_ program: Program, with further: [String: ParamValue], store: RecipeStore) throws -> Composition {
    try evaluate(program, params: try params().merging(further) { $1 }, store: store)
  }

  private func evaluate(
    _ program: Program, params: [String: ParamValue], store: RecipeStore? = nil
  ) throws -> Composition {
    let store = try store ?? place.open(console)
    do {
      let composition = try runtime(store).evaluate(program, params: params)
      console.warn(missing: Protections.all.subtracting(composition.protections))
      console.warn(composition.warnings, source: program.source)
      return composition
    } catch {
      throw Failure(error: error, source: program.source)
    }
  }

  private func open(_ name: String) throws(RepriseError) -> Program {
    guard name != "-" else { return .recipe(Recipe(source: try TextFile.standardInput(), name: "stdin")) }
    return try runtime(try place.open(console)).open(name)
  }

  private func runtime(_ store: RecipeStore?) throws(RepriseError) -> Runtime {
    var runtime = Runtime(store: store)
    if isIsolated { runtime.required = .all }
    for setting in limits { runtime.limits[setting.limit] = setting.amount }
    try runtime.readBackends(file: backends)
    if let budget { runtime.budget = budget }
    return runtime
  }

  func params() throws(RepriseError) -> [String: ParamValue] {
    var params = try paramsFile.map(ParamsFile.read) ?? [:]
    for assignment in assignments { params[assignment.name] = .word(assignment.value) }
    return params
  }
}
