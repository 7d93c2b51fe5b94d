import ArgumentParser
import Reprise

/// How recipes are run: values for their params, bounds, givers, the store, and who is listening.
struct RecipeSetting: ParsableArguments {
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

  @OptionGroup var hosts: BackendArguments
  @OptionGroup var place: StoreArguments

  var console: Console { Console(isJSON: isJSON) }

  /// What runs recipes with all of that.
  func runtime(_ store: RecipeStore?) throws(RepriseError) -> Runtime {
    var runtime = Runtime(store: store)
    if isIsolated { runtime.required = .all }
    for setting in limits { runtime.limits[setting.limit] = setting.amount }
    try hosts.apply(to: &runtime)
    return runtime
  }

  func params() throws(RepriseError) -> [String: ParamValue] {
    var params = try paramsFile.map(ParamsFile.read) ?? [:]
    for assignment in assignments { params[assignment.name] = .word(assignment.value) }
    return params
  }
}
