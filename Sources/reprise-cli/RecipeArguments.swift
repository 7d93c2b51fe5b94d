import ArgumentParser
import Glibc
import Reprise

/// What every command takes: a recipe, values for its params, and who is listening.
struct RecipeArguments: ParsableArguments {
  @Argument(help: "A recipe, a .lua file; - reads it from standard input.", completion: .file(extensions: ["lua"]))
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

  @OptionGroup var place: StoreArguments

  var console: Console { Console(isJSON: isJSON) }

  /// Runs the recipe, and passes its warnings on.
  func evaluate() throws -> Composition { try evaluate(recipe, params: try params()) }

  /// Runs another recipe.
  func evaluate(_ name: String, params: [String: ParamValue]) throws -> Composition {
    let recipe = try load(name)
    do {
      let composition = try Runtime(store: try place.open(console)).evaluate(recipe, params: params)
      console.warn(composition.warnings, source: recipe.source)
      return composition
    } catch {
      throw Failure(error: error, source: recipe.source)
    }
  }

  private func load(_ name: String) throws(RepriseError) -> Recipe {
    name == "-" ? Recipe(source: try TextFile.standardInput(), name: "stdin") : try Recipe(path: name)
  }

  private func params() throws(RepriseError) -> [String: ParamValue] {
    var params = try paramsFile.map(ParamsFile.read) ?? [:]
    for assignment in assignments { params[assignment.name] = .word(assignment.value) }
    return params
  }
}
